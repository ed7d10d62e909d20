extension CommonPasswords {
  /// The passwords and words that attackers try first, separated by white space: the 10,000 most
  /// common passwords, the long ones among the 50,000 most common, and the long ones among the
  /// 30,000 most common English words. Made by `.make/common-passwords`.
  ///
  /// From zxcvbn 4.5.0 (MIT License, © 2012-2016 Dan Wheeler and Dropbox, © 2016 Daniel Wolf) and
  /// Django 4.2 (BSD 3-Clause License, © Django Software Foundation).
  static let list = #"""
    !qaz2wsx %%passwo 'outstanding 0.0.0.000 0.0.000 000000 000000000000 0000000000o 0000007 000000a
    000001 000007 0001 000111 0007 007007 007700 007bond 01011 01011900 01011910 01011950 01011960
    01011961 01011970 01011971 01011972 01011973 01011974 01011975 01011976 01011977 01011978
    01011979 01011980 01011981 01011982 01011983 01011984 01011985 01011986 01011987 01011988
    01011989 01011990 01011991 01011992 01011993 01011994 01011995 01011999 01012000 01012001
    01012010 01012011 010180 010203 01020304 0102030405 010203040506 01021990 01031985 01031988
    01031989 01041985 01041988 01061986 01061990 01071986 01081989 01091987 01091989 01121986
    01121988 012345678910 014702580369 01478520 0192837465 01telemike01 02011971 02011975 02011980
    02011981 02011982 02011983 02011984 02011985 02011986 02011987 02011988 02011989 02021971
    02021973 02021976 02021979 02021981 02021982 02021983 02021984 02021985 02021986 02021987
    02021988 02021989 02021990 02031970 02031973 02031974 02031975 02031977 02031978 02031979
    02031980 02031981 02031982 02031984 02031985 02031986 02031987 02031988 02031989 02041972
    02041973 02041974 02041975 02041976 02041977 02041978 02041979 02041980 02041981 02041982
    02041983 02041984 02041985 02041986 02041987 02041988 02041989 02051970 02051972 02051973
    02051975 02051976 02051977 02051978 02051980 02051981 02051982 02051983 02051984 02051985
    02051986 02051987 02051988 02051989 02061971 02061972 02061974 02061976 02061977 02061980
    02061982 02061983 02061984 02061985 02061986 02061987 02061988 02061989 02071971 02071975
    02071976 02071978 02071979 02071980 02071981 02071982 02071983 02071984 02071986 02071987
    02071988 02071989 02081970 02081973 02081974 02081976 02081977 02081980 02081982 02081983
    02081984 02081985 02081986 02081987 02081988 02081989 02091971 02091973 02091975 02091976
    02091977 02091980 02091981 02091983 02091984 02091985 02091986 02091987 02091989 02101973
    02101976 02101977 02101979 02101981 02101983 02101984 02101985 02101986 02101987 02101988
    02101989 03031986 03041986 03041991 03082006 04041988 04041991 0420 05051985 05051987 05051989
    06061986 063dyjuy 07071977 07071987 07091990 08031985 08031986 08051990 08081988 08121986
    085tzzqi 088011 09051945 0987654321q 0o9i8u 0o9i8u7y 0r968ji9ufj6 1000 10000 100000 1000000
    100001 1001 10011986 10011990 1002 100200300 1003 10031988 1004 1005 100500 10051987 1007
    10071987 1008 1009 10101 10101986 10101990 101091m 1011 1012 1013 1017 1020 10203 102030
    10203040 1020304050 102030405060 1022 1023 1024 102938 10293847 1029384756 1031 1066 10sne1
    11001001 1102 110442 11051987 11051990 11061985 11081989 111000 111111 11111111 111111111111
    111111111111111 1111111111zz 111111a 111111q 11111a 11111q 11112222 1111qqqq 1112 11121986
    111222 11122233 111222333 111222333000 111222333444555 111222tianya 111333 111555 111777 111aaa
    111qqq 1121 1122 112211 11223 112233 1122334 11223344 1122334455 112233445566 112233a 112233q
    1123 112358 11235813 1123581321 1124 1125 114477 115599 12011987 12021988 12031985 12031987 1204
    12051988 120676 1210 1211 12121 1212121 121212q 12121985 12121990 1213 121314 12131415
    1213141516 1215 1221 1223 122333 122333444455555 1224 1225 123000 1230123 123098 12312 123123
    12312312 123123123123 1231234 123123a 123123e 123123q 123123qweqwe 123123z 1232323q 123258 12332
    123321 1233211 123321123 123321123321 123321456 123321456654 123321a 123321q 123321qwe
    123321qweewq 123321z 123369 1234 12340987 123412 1234123 1234321 1234432 12344321 12345 123450
    1234509876 123451 12345123 123454 12345432 123454321 123455 1234554321 123456 1234560 1234561
    12345612 123456123 123456123456 12345654321 1234566 123456654321 1234567 12345677 12345678
    123456782000 1234567887654321 123456789 1234567890 1234567890-= 12345678900 123456789000
    12345678900987654321 1234567890123 12345678901234567890 1234567890987654321 1234567890a
    1234567890q 1234567890qaz 1234567890qw 1234567890qwe 1234567890qwerty 1234567890qwertyuiop
    1234567890z 1234567890zzz 1234567891 12345678910 123456789101 1234567891011 123456789101112
    123456789123 123456789123456 1234567891234567 123456789123456789 1234567892000 12345678987654321
    1234567899 123456789987654321 123456789a 123456789abc 123456789asd 123456789d 123456789k
    123456789l 123456789m 123456789n 123456789o 123456789p 123456789q 123456789qaz 123456789qqq
    123456789qwe 123456789qwer 123456789qwerty 123456789r 123456789s 123456789v 123456789z
    123456789zxc 12345678a 12345678q 12345679 1234567a 1234567aa 1234567q 1234567qwertyu 1234567u
    1234568 12345687 1234569 123456987 123456a 123456aa 123456ab 123456abc 123456as 123456asd
    123456b 123456c 123456d 123456f 123456g 123456h 123456k 123456l 123456m 123456n 123456q 123456qq
    123456qqq 123456qw 123456qwe 123456qwerty 123456r 123456ru 123456s 123456t 123456v 123456w
    123456y 123456z 123457 123458 123459 12345a 12345abc 12345asd 12345c 12345d 12345k 12345m 12345q
    12345qaz 12345qw 12345qwe 12345qwer 12345qwert 12345qwerty 12345r 12345s 12345t 12345v 12345w
    12345z 123465 12348765 12349876 1234abc 1234abcd 1234asdf 1234kekc 1234qaz 1234qw 1234qwe
    1234qwer 1234qwerasdf 1234qwerasdfzxcv 1234rewq 1234zxcv 123567 1235789 1235813 123581321 12365
    123654 12365478 123654789 123698 1236987 12369874 123698741 123698745 123789 123789456 1237895
    123890 123987 123aaa 123ab 123abc 123admin321a 123asd 123bbb 123ewq 123hfjdk147 123masha
    123mudar 123q123 123qaz 123qq123 123qw 123qwe 123qwe123 123qwe123qwe 123qwe456 123qwe456rty
    123qweas 123qweasd 123qweasdzxc 123qwer 123qwert 123qwerty 123qwerty123 123rrr 123zxc 124038
    124356 124578 124816 128500 12locked 12qw12 12qw12qw 12qw34er 12qw34er56ty 12qwas 12qwaszx
    12qwerty 12s3t4p55 13021990 13031987 13041987 13041988 13061986 13121985 13131 131313 131415
    132435 13243546 132456 13245768 132465 134679 134679852 135246 1357 13572468 13576479 13579
    135790 1357908642 135791 1357911 135792468 1357924680 135798642 135799 1366613 1369 14021985
    14021986 14061991 14111986 141516 141627 142536 142857 145236 145632 147258 14725836 147258369
    147369 1475369 147741 147852 1478520 14785236 147852369 147896 1478963 14789632 147896321
    147896325 147963 14881488 1492 15011987 15021985 15051981 15051990 150781 15101986 151nxjmt
    153624 153759 15426378 159263 159357 159357a 159632 1596321 15975 159753 159753123 159753159753
    159753456 159753456852 159753a 159852 1598753 159951 16051987 16051989 16121987 162534 1701
    17011987 17051988 17061988 17171717aa 1725782 172839 1776 18011987 18061990 18091985 1812
    18121812 18273645 18436572 19061987 19101987 1911a1 192837 19283746 192837465 19411945 196969
    1a2a3a 1a2a3a4a 1a2a3a4a5a 1a2b3c 1a2b3c4d 1a2b3c4d5e 1a2s3d 1a2s3d4f 1a2s3d4f5g 1a2s3d4f5g6h
    1asshole 1basebal 1batman 1bigdog 1bitch 1buster 1dallas 1dragon 1footbal 1fuck 1fuckme 1harley
    1hxboqg2 1jennife 1killer 1letmein 1love 1lover 1master 1michael 1million 1money 1monkey
    1mustang 1passwor 1password 1pussy 1q2q3q 1q2q3q4q 1q2w3 1q2w3e 1q2w3e4r 1q2w3e4r5 1q2w3e4r5t
    1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1q2w3e4r5t6y7u8i9o 1q2w3e4r5t6y7u8i9o0p 1qa2ws
    1qa2ws3ed 1qa2ws3ed4rf 1qa2ws3ed4rf5tg 1qaz!qaz 1qaz2ws 1qaz2wsx 1qaz2wsx3edc 1qaz2wsx3edc4rfv
    1qazse4 1qazxc 1qazxsw 1qazxsw2 1qazxsw23edc 1qazxsw23edcvfr4 1qazzaq1 1qw23er4 1qwert 1qwerty
    1ranger 1sexy 1shadow 1x2zkg8w 1z2x3c 1z2x3c4v 1z2x3c4v5b 200000 20031987 20051988 20061988
    20091988 20091991 20111986 20spanks 21011989 21031987 21031988 21031990 21051988 21051991
    21101986 2112 2128506 214365 22011988 22021986 22021989 22031984 22041987 22041988 22061941
    22071986 222333 222444 222555 222777 223322 223344 22334455 224466 22446688 224488 225588 2300mj
    23021986 23041987 23176djivanfros 232425 233223 235689 23skidoo 24011985 24061986 24111989 2468
    24680 246810 24681012 246813579 2469 25000 25031987 25041988 25081988 25091987 25121987 25252
    253634 2580 258000 25800852 25802580 258369 258456 258852 258963 26031988 26061987 26exkp
    27061988 271828 27731828 28011987 28021990 28021992 28041987 29011985 29051989 29071983 2fast4u
    2hot4u 2sweet 2w3e4r 2wsx3edc 2wsxzaq1 3000 3000gt 30031988 30041986 30051985 3006 31011987
    31217221027711 314159 3141592 31415926 3151020 315475 315920 321123 321456 321654 32165498
    321654987 32167 3216732167 321678 322223 3234412 32615948worms 3263827 332211 333221 333222
    333444 333555 333666 333666999 333777 333999 334455 335577 336699 33rjhjds 34523452 3465xxx
    357159 357753 357951 357mag 362436 362514 369258 369258147 369852 369852147 3698741 369963
    3984240 3e2w1q 3edc4rfv 3ip76k2 3rjs1la7qe 3x7pxr 4121 4128 415263 41d8cd98f00b 4200 420000
    420247 420420 426hemi 427900 43046721 4417 44332211 444555 444777 445566 44magnum 456123 456258
    456321 456654 456852 456987 45m2do5bs 48151623 4815162342 4815162342lost 49ers 4ever 4rfv3edc
    4runner 4you 5000 500000 50cent 50spanks 5150 515000 515051 515253 5201314 520love101182 5329
    541233432442 5532361cnjqrf 555000 5551212 555222 555333 555556 555666 555777 556677 55bgates
    55chevy 57chevy 59382113kevinp 5hsu75kpot 5tgb6yhn 5wr2i7h8 615243 622521 635241 651550 654123
    654321 654321a 654321q 655321 665544 6661313 66613666 666333 666555 666666 666666a 666777 666999
    6751520 67camaro 68camaro 69213124 6969 69696 696969 699669 69camaro 6uldv8 7007 73501505
    74108520 7412369 74123698 741258 741258963 7415963 741852 74185296 741852963 741963 74227422
    742617000027 747400 748596 753159 753357 753951 7753191 777000 777111 777333 777444 777555
    777666 7777777 7777777a 777888 7779311 777999 777vlad 778899 784512 787898 789123 78945 789456
    78945612 789456123 7894561230 7895123 7896321 78963214 789632145 789654 789654123 789852 789987
    794613 7grout 7hrdnw23 7ugd5hip2j 81fukkc 823762 837519 852258 852456 852963 8675309 875421
    885522 888999 890098890 89231243658s 895623 89600506779 89876065093rax 8ball 8inches 8j4ye3uz
    8phrowz622 8phrowz624 90210 902100 906090 9111961 911911 911turbo 918273 918273645 9293709b13
    9379992 951357 951753 9562876 963258 963258741 963369 963852 963852741 986532 987123 987321
    9874123 987456 987456321 987654321a 987654321q 987789 996633 99762000 998877 999000 999111
    999666 999777 999888 ??????@mail.ru a11111 a111111 a1234 a12345 a123456 a1234567 a12345678
    a123456789 a123456a a1a2a3 a1a2a3a4 a1a2a3a4a5 a1b2c3 a1b2c3d4 a1b2c3d4e5 a1s2d3 a1s2d3f4
    a1s2d3f4g5 a1s2d3f4g5h6 a4tech aa123456 aaa111 aaa123 aaaa1111 aaaaa1 aaaaaa1 aaaaaaa1 aaabbb
    aaasss aabbcc aaliyah aardvark aaron1 aassdd ab1234 abacab abacus abbey1 abbreviation
    abbreviations abc12 abc123 abc1234 abc12345 abc123456 abc123456789 abcd123 abcd1234 abcdefg1
    abcxyz abdulla aberdeen aberdeenshire abgrtyu abigail1 abnormal abnormalities abolitionist
    abolitionists abracadabra abrakadabra abraxas abrupt absolut abstr abstractions abudfv acacia
    academically academicians acapulco accelerating acceleration accelerators acceptability access
    access1 access14 access2 access99 accessibility accipitridae accommodated accommodates
    accommodation accompaniment accompanying accomplishments accord accordionist account1
    accountability accreditation accumulating accumulation accumulations ace123 aceman acetaldehyde
    acetate acetylcholine acetyltransferase achievements achilles achtung acidburn acidification
    acknowledged acknowledgement acknowledges acknowledging acknowledgment acmilan acoustically
    acquisitions action acura acura1 adam1 adam12 adam25 adaptability additionally adgjmp adgjmptw
    adidas adidas1 adjudication admin admin1 admin123 admin18533362 administered administering
    administracion administrated administration administrations administrative administratively
    administrator administrators adonai adonis adrenalin adrian1 adriano adrock advancements
    advantageous advent adventur advertisement advertisements aerodynamics aeronautical aeronautique
    aerosmit aerosmith aerospatiale aesthetically aeynbr aezakmi affectionately affiliations
    affordability aforementioned afrika afrodita agassi agent007 aggie aggies agglomeration
    aggregations aggressively aggressiveness agnieszka agribusiness agricultural agriculturally
    aguascalientes agyvorc aikido aikman airborn airborne airbus airdrieonians airforce airman
    airplane airwolf airworthiness aisan ajax akasha akatsuki akira alabama alabama1 aladdin aladin
    alain alaska alatam albany albatros albert1 albion alcatel alcatraz alchemy alejandr aleksa
    aleksander aleksandr aleksandra aleksandrovich aleksei aleksey alenka alessand alessandro
    alessia alessio alex01 alex1 alex11 alex12 alex123 alex1234 alexande alexander1 alexandr
    alexandre alexandrovich alexandru alexei alexey alexi alexis alexis1 alexus alexxx alfa alfalfa
    alfarome alfons algebraically algernon alibaba alice1 aliens aligator alinka alisher alkaline
    all4me all4one allah allan1 allblack allday allegro allen1 alleycat alligator allison1 allmine
    allnight allsop allstar allstars allstate aloha aloha1 alpha alpha1 alpha123 alpha7 alphabet
    alphabetical alphabetically alphaman alphanumeric alpina alpine altair altec alterego
    alternatively alternatives althor altima altoids alucard amadeus amadeusptfcor amalgamation
    amalgamations amand amanda1 amarillo amateur amateurs amatory amature amazon amber1 ambers
    ambrosia amelie americ america america1 amerika ameteur amethyst ametuer amidala amiga amigo
    amigos amonra amor amorcit amore amoremio amores amormi amour amphitheater amphitheatre
    amplification amstel amsterda amsterdam an83546921an13 anachronistic anaconda anai anakin
    anakonda anal analsex analytically ananas ananda anarchy anastasi anastasiya anatoliy anderso
    andover andre1 andrea1 andreev andrei andrej andrew1 andrew12 andrewjackie andrey andromed
    andromeda andros anduril andyod22 anechka anfield anfisa angel angel1 angel12 angel123 angel13
    angel2 angel666 angel7 angela1 angeleye angelit angelito angelofwar angelok angels angelus
    angie1 angiogenesis angus angus1 anhyeuem animal anime anita1 anjali ankara anna123 anna2614
    annie1 annihilation announcements annunciation antananarivo antananarivu antares anteater
    antelope anthologized anthon anthony1 anthony2 anthony7 anthrax anthropogenic anthropological
    anthropologist anthropologists anthropology anthropomorphic antiaircraft antibacterial
    antidepressant antigone antimicrobial antioxidants antipsychotic antipsychotics antiretroviral
    antisemitism antisubmarine anton1 antoni antonio1 antonov antoshka anubis anuradhapura aol123
    aolsucks apache apalachicola apelsin apollo apollo1 apollo11 apollo13 apothecaries appalachians
    apple apple1 apple123 apple2 applepie apples apples1 applicability applications apportionment
    apprenticeship apprenticeships approachable appropriated appropriately appropriateness
    appropriating appropriation appropriations approximated approximately approximates approximating
    approximation approximations apricot april1 aprilia apteka aptiva aquafina aqualung aquaman
    aquarius aquila aqwzsx arabella arabella24630 aragorn aramis ararat arcadia arcane arcangel
    archaeological archaeologically archaeologist archaeologists archange archangel archbishopric
    archdeaconry archdiocesan archeological archeologist archeologists archery archiepiscopal
    archimandrite architec architectural architecturally architecture architectures archon area51
    argent argentin argonaut argumentation argyle aries arioch aristocratic aristophanes
    aristotelian arizona arizona1 arjay armada armageddon armagedon arman armani armstron arnaud
    arrakis arrondissement arrondissements arrow arrow1 arrows arsena arsenal arsenal1 arsenalfc
    arslan artem artemis artemka arthur1 articulating articulation artificially artistically
    artofwar artur aruba as123456 asasin aschaffenburg asd123 asd12345 asd123asd asd222 asd456 asdas
    asdasd asdasd123 asddsa asdf asdf12 asdf123 asdf1234 asdfasdf asdffdsa asdfg asdfg1 asdfg123
    asdfg12345 asdfgh asdfgh01 asdfgh1 asdfgh123456 asdfghj asdfghjk asdfghjkl asdfghjkl123 asdfjkl
    asdfjkl; asdfqwer asdfzxcv asdqwe asdqwe123 asdzxc asgard ashle ashley1 asia/oceania asians
    asimov aslan asmodeus aspen aspire aspirine ass123 assasin assassin assassinated assassinating
    assassination assassinations assassins assclown asscock assface assfuck asshol asshole asshole1
    assholes assimilating assimilation asslover assman assmunch associations associazione asssss
    asswipe assword astalavista asterios asterix asthma astonishingly astonvil astra astral astro
    astro1 astrological astronautics astronomical astrophysical astrophysicist astrophysics astros
    asymmetrical asymptomatic asymptotically asynchronous atherosclerosis athlon athome atlanta
    atlanta1 atlantis atlas1 atomic atreides attenborough atticus attila attractiveness attributable
    attributions auburn auckland2010 audi audi100 audi80 audia4 audia6 audis4 auditt auggie
    augmentation augustin augustinians augusto aurelie aussie austin austin1 austin31 austin316
    australasian australi austronesian authentically authenticated authentication authenticity
    authorisation authoritarian authoritarianism authoritative autobiographical autobiographies
    autobiography autocad autocephalous autochthonous automatically automorphism automorphisms
    autonomously availability avalanch avalanche avalon avangard avanti avatar avenger avgust
    aviator avrillavigne avrora awesome awesome1 awnyce axeman axio ayanami ayrton azamat azazel
    azerbaijanis azert azerty azertyui azertyuiop azrael azsxdc azsxdcfv aztec azteca aztecs aztnm
    azzer b12345 b123456 babe babel babemagn babemagnet baberuth babes baboon babushka baby123
    babybear babyblue babyboy babycake babydoll babyface babygir babygirl babylon babylon5 babylove
    bacardi baccalaureat baccalaureate bacchus backbone backdoor backspac bacteriology badabing
    badass badboy badboy1 badboys baddest baddog badger badgers badgirl badguy badkarma badlands
    badman badnaamhere bagels baggies baggins baggio bagira bagpuss bahamut bailey1 bajingan baker1
    balakrishnan balboa balder baldrick baldur balle baller ballgag ballin balloon balloons balls
    balls1 ballsack balrog baltika baltimor bama bambam bambino bamboo banaan banan banana banana1
    bananas banane bandaranaike bandi bandit bandit1 bang banger bangkok bangladeshis banker banner
    banshee bantam bantamweight banzai baphomet baraban baracuda baraka barakuda barbados barbara1
    barbie barcelon barcelona bareback barefeet barefoot barfly baritone barkley barks barley
    barnaby barney barney1 barnie barnstormers baron1 baronn barracud barracuda barrage barranquilla
    barry1 barselona barsik bartek bartman bartok basebal basebal1 baseball baseball1 basher
    bashkortostan basket basketba basketbal basser basset bassin bassman bassoon bastard bastard1
    bastet bastos batgirl batigol batma batman batman1 batman12 battlecruiser battlecruisers
    battlefields bauhaus baura bayern baylee bayliner baywatch bazooka bball bball1 bbbbbb1 bbking
    bcfields bdfyjd bdfyjdf bdsm beach1 beachbum beaches beaconsfield beagle beaker beaks beamer
    beanbag beaner beanie bear bear1 bearcat bearcats beardog bears1 beast beast1 beastie beater
    beatification beatle beatles beatles1 beautification beautifu beauty beaver beavis beavis1 becca
    beckham beckham7 becky1 becool bedfordshire bedlam bedrock beebop beech beefcake beeker beeline
    beemer beer beerman beerme beethove beetle beezer begemot behappy behemoth belair belediyespor
    belinea belize belkin bella1 bellaco bellagio belle1 belmont beluga ben123 benchmarking bendover
    benedictines beneficiaries benessere benfica beng bengals benjami benji benny1 benzodiazepine
    benzodiazepines beowulf berchtesgaden beretta bereza bergkamp berkut berlin bernhard berserk
    berwickshire besiktas bestbuy bethan betty1 bettyboo bettyboop beyonce bhattacharya bhbcrf
    bhbirf bhbyrf bhjxrf bian biao biatch bibliographic bibliographical bibliography bibliotheque
    biceps bicycle bidirectional big1 bigal bigass bigbad bigballs bigbang bigbear bigben bigbird
    bigblack bigblock bigblue bigbob bigboobs bigbooty bigboss bigboy bigboy1 bigbucks bigbutt
    bigbutts bigcat bigcock bigd bigdad bigdaddy bigdave bigdawg bigdick bigdick1 bigdicks bigdog
    bigdog1 bigdogg bigfish bigfoot biggdogg biggie biggirl biggles biggun bigguns bigguy bighead
    bigjim bigjoe bigjohn bigmac bigmama bigman bigmike bigmoney bignasty bignuts bigone bigones
    bigpapa bigpenis bigpimp bigpimpi bigpoppa bigpun bigpussy bigred bigred1 bigsexy bigshow
    bigstick bigtime bigtit bigtits bigtoe bigtruck biguns bigworm biit biker biker1 bikers bikini
    bilbo bilbo1 bilingualism billabon billabong billiard billows billy1 billyb billybob billyboy
    bimbo bimmer bing bingo bingo1 binky binladen bioavailability biochemistry biodiversity
    bioengineering biogeographic biogeography biographical biohazard bioinformatics biomechanics
    bionic bionicle biosynthesis biosynthetic biotechnology bird33 birddog birdie birdie1 birdman
    birdwatching birthday1 birthday4 biscuit bisexual bismarck bismark bismilla bismillah bitch
    bitch1 bitchass bitches bitchs bitchy biteme biteme1 bizkit bizzare blabla black1 black123
    blackass blackbel blackbelt blackberry blackbir blackbird blackboy blackcat blackcoc blackcock
    blackdog blackhaw blackhawk blackice blackie blackie1 blackjac blackjack blacklab blackops
    blackout blacks blacky blade blade1 blade2 bladerunner blades blahblah blaise blake1 blam
    blanked blaster blaster1 blaxploitation blaze blaze1 blazer blazers bleach blender blessed
    blessed1 blessing blindax blink18 blink182 blinky blitz blizzard blobby bloemfontein bloke
    blonde blondes blondie blondie1 blondinka blonds blondy bloods bloomin bloopers blower blowfish
    blowjob blowjobs blowme blowme1 bltynbabrfwbz blubber blue blue1 blue11 blue12 blue123 blue1234
    blue22 blue23 blue32 blue42 blue44 blue69 blue99 blueball bluebear bluebell blueberr bluebird
    blueboy bluedevi bluedog blueeyes bluefish bluejay bluejays blueman bluemoon bluenose blues
    blues1 bluesky bluesman bluestar blunted blunts bmw2002 bmw318 bmw320 bmw325 bmw525 boarder
    boater boating bob123 bobafett bobber bobby1 bobbys bobcat bobcats bobdole bobdylan bobert
    bobmarle bobmarley bodybuilding boeing bogart bogdan bogey boggie bogota bohica boiler
    boilermakers boingo bolero bolitas boliva bolivi bollocks bollox bologna bombardments bombay
    bomber bombers bonanza bond007 bondage bondarenko bonehead boner boners bones bones1 bonethug
    bonghit bonghits bongo bonjour bonjovi bonkers bonnie1 bonovox bonsai bonzai bonzo boob boobear
    boobed boober boobie boobies booboo booboo1 boobs boogaloo booger booger1 boogers boogie boohoo
    bookcase bookie bookworm boomboom boomer boomer1 booper booster booter bootie booties bootleg
    boots boots1 bootsie bootsy booty booty1 bootys booyah boozer bopper borabora bordeaux boricua
    boris1 boris123 boroda boromir borussia bosco bosco1 boscoe01 boss302 bosshog bossman boston
    boston1 bougainville boulder bounce bouncer bounty bowl300 bowler bowling bowtie bowwow boxcar
    boxer boxers boxing boxster boxter boy4u2ownnyc boytoy boyz bozo bp2002 bpgjldsgjldthnf br0d3r
    br549 brabus bradley1 bramble brando brandon1 brandy brandy1 brasil brasilia brasiliensis
    braunschweig bravehea braveheart braves braves1 bravo1 brazil breaker breakthrough breast
    breastfeeding breasts breaststroke breckinridge breeze breezy bremen brenda1 brenden brent1
    brest brian1 brian123 brianna1 brians bricks briefs brigada brighton bristol britney
    broadcasters broadcasting brodie broker bronco bronco1 broncos broncos1 broodwar brooklyn
    brother1 brotherhoods brown1 browndog browneye brownie browns bruce1 brucelee bruins bruiser
    bruno1 bruno123 brutis brutus brutus1 bryan1 bubba bubba1 bubba123 bubba2 bubba69 bubbaa bubbas
    bubble bubblegum bubbles bubbles1 buceta bucker bucket buckeye buckeye1 buckeyes buckinghamshire
    buckshot buckwhea bucky budapest buddah buddha buddha1 buddie buddy buddy1 buddy123 buddy2
    buddyboy buddydog buddys budgie budlight budlite budman budweise budweiser buffa buffalo
    buffalo1 buffalos buffer buffet buffett buffy1 buffys bugatti bugger buggy bugman bugsbunn buick
    builder bukkake bukowski bulbophyllum bull bulldawg bulldog bulldog1 bulldogs bullet
    bullfighting bullfrog bullit bulls bulls1 bulls23 bullseye bullshit bullwink bumble bumblebe
    bummer bumper bundesautobahn bundesstrasse bunghole bungle bunnie bunnies bunny bunny1 bunnys
    buratino bureaucratic burger burly burner burnout burrito bushed bushel bushido businessbabe
    businesspeople businessperson businessweek businka buste buster buster01 buster1 buster12 bustle
    busty butch butch1 butchie butchy butkus butter buttercu buttercup butterfl butterfly buttfuck
    butthead butthole buttman buttons buttplug buzzard buzzer bynthytn byteme c2h5oh c3por2d2
    cabbage cabernet cableguy caboose cabron cactus caddy cadillac cadman caesar cafc91 cajun
    calamity calculations calgary cali calibra calico caliente californ californians caligula
    calimero calligrapher calligraphic callisto callofduty callum calvin1 calypso camaro camaro1
    camaross camber cambiami cambridg cambridgeshire camden came11 camel camel1 camelot camelot1
    camels cameltoe camero camero1 cameron cameron1 camil camilo camino campbelltown camper canada
    canada1 canary cancellation cancer cancun candies candle candy1 candyass candyman candys cang
    canine cannabis cannibal cannibalistic cannonda canon canon1 canonization cantilevered cantona
    cantona7 canuck canucks capabilities capcom capecod capetown capital1 capitalisation
    capitalization capitalizing capitals capitulation capoeira capone capri capricor capricorn
    capslock captain captain1 car123 caracas carajo caralho caramba caramel caravan carbohydrate
    carbohydrates carboniferous carburettors carcinogenic cardinal cardiomyopathy cardiothoracic
    cardiovascular care1839 carebear carefree caricaturist carling carlito carlitos carlos1
    carmarthenshire carme carmen1 carmex2 carnage carnival carol1 carolina carpedie carpediem
    carpente carpet carrera carrickfergus carrot carrots carsten carter1 carthage carthaginian
    carthaginians cartilaginous cartman cartman1 cartographer cartographers cartographic cartoon
    cartoons carwash casablanca casanova caserta casey1 caseydog cashew cashflow cashmone cashmoney
    casino casio caspe casper casper1 cassandr cassie cassie1 cassius caster cat123 catalin
    catastrophes catastrophic catch22 catcher catchphrases catdaddy catdog categorization
    categorizing caterpillars catfight catfish catfood catherin catman catnip cats catter catwoman
    cavalier caveman cayenne cayman cazzo cazzone cbr600 cbr600rr cbr900 cbr900rr ccbill cccccc1
    cdtnbr cdtnkfyf ceasar ceaser ceckbr celeb celebrations celeron celica celine celtic celticfc
    celtics cement ceng centralization cerambycidae cerber cerberus cerebrospinal cerebus
    ceremonially certificates certification certifications cerveza cesare cessna cevthrb cezer121
    cfiekz cfitymrf cfvceyu cgfhnfr chacal chachi chai chainsaw chairmanship chalcolithic challeng
    chambersburg champ champ1 champagn champion championship championships champs chance1
    chancellorship chancellorsville chandragupta chandrasekhar changeme chango chao chaos chaos1
    chappy characte characterisation characterise characterised characteristic characteristically
    characteristics characterization characterizations characterize characterized characterizes
    characterizing charadriiformesfamily charger chargers charisma charl charle charles1 charles2
    charli charlie charlie1 charlie123 charlie2 charlie3 charlies charlott charlottenburg
    charlottesville charlottetown charlton charly charmed charon charterhouse chase1 chaser
    chattahoochee chattopadhyay cheater checker checkerboard checkers checkit checkmat cheddar
    cheeba cheech cheeks cheeky cheerleaers cheers chees cheese cheese1 cheetah chelle chelse
    chelsea chelsea1 chemist chemistr chemotherapy cherokee cherries cherry cherry1 cheshire chessie
    cheste chester chester1 chesterfield chesty chevelle chevrole chevrolet chevy chevy1 chevy2
    chevys chevys10 chewbacc chewey chewie chewy chewy1 cheyanne cheyenne chhattisgarh chiara
    chicago chicago1 chicco chichi chicken chicken1 chickens chickenwing101 chicks chico chico1
    chief1 chiefs chiks chilli chillin chillout chilly chimera china1 chingon chino chinook chipmunk
    chipper chipper1 chippy chiropractic chisox chitown chivas chloe1 chloroplasts chobits chocha
    chocobo chocolat chocolate1 cholmondeley chooch choochoo chopin chopper chopper1 choppers
    choreographed choreographer choreographers choreographic choreography chou chowder chris1
    chris12 chris123 chris2 chrisb chrisbln chriss chrissy chrissy1 christ christ1 christchurch
    christia christianity christianization christianized christin christma christo christop
    christophe christopher1 christy1 chromatography chrome chronic chrono chronological
    chronologically chronos chrysanthemum chrysler chuai chuan chuang chubby chucha chuck1 chuckie
    chuckles chucky chui chulalongkorn chunky chuo churchil ciccio cicero ciconiiformesfamily cigars
    cimbom cinder cindy1 cinematheque cinematographer cinematographers cinematographic
    cinematography cinnamon cipher circumnavigation circumscribed circumscription circumvented
    cirrus cisco1 citadel citibank citroen citron citrus civicsi civilisation civilisations
    civilizations civilwar cjdthitycndj cjkysirj cjkywt cjytxrf ckfdbr clancy clandestinely clapton
    clarinet classic classic1 classics classification classifications claudi claudia1 claymore
    clearinghouse clemson cleopatr clevelan cliffy cliftonville climax climber clipper clippers
    clips clit clitlick clitoris cloggy close-up closeup cloud9 clouds cloudy clover clovis clowns
    clutch clyde1 cneltyn cnfkrth cnfybckfd cntgfy coach1 cobain cobalt cobra cobra1 cobra427 cobras
    cobraya cocacol cocacola cocaine cochise cock cocker cocks cocksuck cocksucker coconut codeblue
    codered codification coeducational coefficients coffee coffee1 coffees cohabitation cohiba
    coincidentally coke cola coldbeer coldplay coleophoridae collaborated collaborates collaborating
    collaboration collaborationist collaborations collaborative collaboratively collaborator
    collaborators collecti collectibles collectively collectivization collegiately collie
    colloquially colnago colombi colombia colonisation colonization colorado colors colossus
    colspan=3|total colspan=3|turnout colt45 coltrane columbo comanche combat123654 combinations
    combinatorial combinatorics comcast comein comeon comet comets comicbookdb commande commando
    commemorated commemorates commemorating commemoration commemorations commemorative commencement
    commendation commendations commentaries commentating commentators commercialization
    commercialize commercialized commercially commissariat commissioned commissioner commissioners
    commissioning committeeman commodor commonalities commonwealth communicable communicated
    communicates communication communications communicative communicators compaq compaq1
    comparatively compass compatibility compensation compensatory competencies competitions
    competitively competitiveness compilations complementary complemented complementing completeness
    complexities compositional compositions comprehensible comprehensive comprehensively
    computational computationally computations compute computer computer1 computerised computerized
    conan conan1 concatenation concentrated concentrates concentration concentrations
    conceptualization conceptualized conceptually concertgebouw concertmaster conciliation
    conciliatory concord concorde concrete concurrently condemnation condensation conditionally
    condom condominiums condor conductivity confectionery confederacion confederates confederation
    confederations conferencing configurable configuration configurations confiscation conflagration
    conformation conformational confraternity confrontation confrontations confucianism cong
    conglomerate conglomerates congratulatory congregation congregational congregationalist
    congregations congressional conjunctions conker conman connect connectivity connoisseurs connor
    connotations conquistador conquistadors conscription consecration consecrators consecutively
    consequential consequently conservation conservationist conservationists conservatism
    conservative conservatively conservatives conservatoire conservatories conservatorio
    conservatorium conservators conservatory considerable considerably considerations consistently
    consolidated consolidating consolidation conspicuously conspirators constabulary constantinople
    constellation consternation constituencies constituency constituents constituting constitution
    constitutional constitutionality constitutionally constitutions constitutive constriction
    constructing construction constructions constructivism constructivist constructors consultation
    consultations consultative consumer contaminants contamination contemplated contemplates
    contemplation contemplative contemporain contemporaneous contemporaries contemporary
    contemptuous continuation continuations continuously contortionist contour contra contraception
    contraceptive contractually contradicted contradiction contradictions contradictory
    contraindicated contraindications contrapuntal contravention contributing contribution
    contributions contributors contributory control1 controllable controversial controversially
    controversies convalescence convalescent conveniences conventional conventionally convincingly
    coochie cooker cooki cookie cookie1 cookiemonster cookies cool1 cool12 cool123 coolbean coolboy
    coolcat cooldude cooler coolgirl coolguy coolhand coolio coolman coolness coolone cooper1
    cooperatively cooperatives coordinating coordination coordinators coors cooter copenhag copper
    copper1 coraciiformesfamily corazo corgan corleone corndog cornerstones cornhole corolla corona
    corperfmonsy corporations corrado correctional corregimiento correlations corresponded
    correspondence correspondences correspondent correspondents corresponding correspondingly
    corroborated corsair corsica corticosteroids cortina corvet07 corvett corvette cosmic cosmo
    cosmo1 cosmological cosmopolitan cosmopterigidae cosmos costaric cosworth cougar cougars
    counterattack counterattacked counterattacks counterbalance counterclockwise counterculture
    counterinsurgency countermeasure countermeasures counteroffensive counterparts counterpoint
    counterstrike counterterrorism counterweight coventry cowboy cowboy1 cowboys cowboys1 cowboyup
    cowgirl cowman coyote cracker crafty cramps crappie crash1 craving crayon crazy1 crazybab
    crazyman creampie creamy creatine creationists creative creeper creepers crescent cretin crevice
    crfprf cricket cricket1 criminalized crimson crimson1 crispy cristiano critter crjhgbjy crocodil
    crocodilians cronic crowbar crowdfunding crowdsourcing cruise cruiser cruiserweight crumbs
    crunch crunchy crusader crusher crusty cryptanalysis cryptographic cryptography crysis crystal1
    crystallization crystallized crystallographic crystallography csyekz csyjxtr ctdfcnjgjkm cthtuf
    cthulhu cthutq ctrhtn cuan cubano cubbies cubs cubswin cucumber cuddles cueball cuervo culinary
    cumeater cumm cummer cumming cumonme cumshot cumslut cundinamarca cunt cunts cupcake cupoi
    curious custard custom customizable customization cutiepie cutlass cutter cvbhyjd cvbhyjdf
    cvthnm cwoui cxfcnkbdfz cxfcnmt cyanobacteria cyber cybersecurity cybersex cyborg cyclone
    cyclones cyclops cygnus cygnusx1 cynthia1 cypher cypress cyrano cytoskeleton czechoslovak
    czechoslovakia d12345 d123456 dabears dabomb dabulls daddy1 daddyo daddys daedalus daemon daewoo
    daffodil daffy dagestan dagger dagobert daisy1 daisydog daisymae dakine dakota dakota1 dale03
    dalejr dalejr8 dallas dallas1 dallas22 dalshe damage11 damager daman dammit damnit dan123 dance1
    dancer dancer1 dandfa dang danger dangerou danie daniel1 daniel12 daniil danil danila danilka
    dank danman danmark danni danny1 dannyboy dante1 dantes danzig dapper daredevi daredevil darian
    darina darkange darkangel darkelf darklord darkman darkmoon darknes darkness darkone darkside
    darkstar darth darthvad darthvader dasani dasha dashka datsun dave123 davecole david1 david12
    david123 david2 davidb davidc davidd davide davidj davidoff davids davinci davis1 dawg dawgs
    dawgs1 dawns daydream daytek daytona dazzle dbnfkbq dbnfkbr dbnfkz dbrecz dbrnjh dbrnjhbz ddddd1
    dddddd1 deactivation deadhead deadman deadpool deadspin death1 death666 deathnote deathrow
    debbie1 deborah1 decarboxylase deceleration decentralised decentralization decentralized decimal
    declarations declassified decolonization decommissioned decommissioning decomposition
    decompression deejay deepak deepblue deepthro deepthroat deerhunt deeznuts deeznutz default
    defcon defender defiant deficiencies definitively deforestation deformations deftones
    degeneration dehydrogenase deicide dejavu delboy delete delfin deliberation deliberations
    deliberative delight delimitation delphi delphin delpiero delsol delta delta1 deltas deluxe
    demilitarized demo demobilisation demobilization democratically democratique democratization
    demographics demon1 demon1q2w3e4r demon1q2w3e4r5t demon666 demonstrated demonstrates
    demonstrating demonstration demonstrations demonstrative demonstrator demonstrators denali
    denbighshire deng deniro denis1 deniska denni dennis1 denomination denominational denominations
    denunciation departements departmental depeche dependencies depolarization depopulation
    deportations depreciation depredations deregulation derevo derf derparol derrick1 desalination
    descentralizado descriptions desegregation desert desertification designations designer
    desirability desire deskjet desktop desperado destabilizing destin destinations destiny destiny1
    destroye detectiv deteriorated deteriorates deteriorating deterioration determinants
    determination determinations deterministic detoxification detroit detroit1 deuce deutsch
    deutschland developmental developmentally developments devil devil1 devil666 devildog devilman
    devilmaycry devilmaycry4 devils devils1 devo dewalt dexter dfcbkbcf dfcbkbq dfg5fhg5vgfh1 dfghjc
    dfhdfhf dfkthbz dfkthf dfktynby dfktynbyf dfvgbh dfytxrf dharma dhjnvytyjub diabl diablo diablo1
    diablo2 dialog diamant diamante diamon diamond diamond1 diamondbacks diamonds diana1 diao diaper
    dick dick1 dicker dickhead dickie dicks dickweed dicky dictatorship dictionaries dictionnaire
    diddle didier diehard diesel dietcoke dieter differentiable differential differentials
    differentiate differentiated differentiates differentiating differentiation difficulties digger
    diggler digimon digital digital1 digitalprodu digitisation digitization dilbert dilbert1 dildo
    dildos dilligaf dillweed dima dima123 dima1995 dima55 dimas dimasik dimebag dimensionality
    dimensionless dimitri dimples dinamo dinara dindom dinero ding dingbat dingdong dingo dingo1
    dinosaur diplomatically dipper dipset dipshit dipstick directorates directorship dirtbag
    dirtbike dirty1 dirtydog disabilities disadvantage disadvantaged disadvantages disagreements
    disambiguation disassembled disciplinarian disciplinary disco disconnection discontented
    discontinuation discontinued discontinuing discontinuities discontinuity discontinuous discover
    discretionary discriminant discriminate discriminated discrimination discriminatory discus
    disembarking disenchanted disenfranchised disengagement disestablished disestablishment
    disheartened disinfection disintegration dislocations disney disney1 disobedience dispensation
    displacement displacements dispositions dispossessed disproportionate disproportionately
    disqualification disqualified disregarding dissatisfaction dissatisfied disseminated
    disseminating dissemination dissertation dissertations dissociation distillation distilleries
    distinctions distinctively distinctiveness distinguishable distinguished distinguishes
    distinguishing distributing distribution distributions distributive distributors disturbances
    diva diver diver1 divers diversification diversifying divine divx1 dixie1 django djdjxrf djkjlz
    dkflbckfd dkflbr dkflbvbh dkflbvbhjdbx dkflbvbhjdyf dmband dmitriy dmitry dnipropetrovsk dnsadm
    dobber doberman doctor documentaries documentation dodecahedron dodge1 dodger dodgeram dodgers
    dodgers1 dodges dog123 dogbert dogbone dogboy dogcat dogface dogfart dogfood dogg dogger dogggg
    doggie doggies doggone doggy doggy1 doggydog doggys doggystyle doghouse dogma dogman dogmeat
    dogpound dogs dogshit dogwood doit doitnow dokken doktor dolemite dolichoderus dollar dolly1
    dolphi dolphin dolphin1 dolphins domainlock2005 domenico domestically domesticated domestication
    dominator domini dominik dominika dominion dominiqu domino donald1 donjuan donkey donkey1 donna1
    donner dontknow donuts doobie doodah doodie doodle doodles doofus doogie dookie
    doomsayer.2.7mords.v doomsayer.2.7mords.vv doomsday doorknob dopaminergic dortmund dotcom
    doubled doubleheader douche dougal doughboy dougie douglas1 downhill downloadable draco dracula
    drag0n drago dragon dragon01 dragon1 dragon11 dragon12 dragon123 dragon13 dragon69 dragon7
    dragon88 dragon99 dragonba dragonball dragonballz dragonfl dragonfly dragons dragonz dragoon
    dragrace dragster drakon dramatically dramatization draven dreadnoughts dream1 dreamcas
    dreamcast dreamer dreamer1 dreamers dreams dresden drevil drifter driller drinker driver drizzt
    drjynfrnt droopy dropdead dropkick drowssap drpepper druid drummer drummer1 drywall dshade
    dthjybrf dtkjcbgtl dtxyjcnm duan dublin ducati ducati99 duchess duck duckhunt duckie duckman
    ducks ducksoup ducky dude123 dudeman duffer duffman dumbass dunbartonshire dundee dungeon
    dunhill duracell durango duster dusty1 dustydog dutchess dutchman dvader dylan1 dynamite dynamo
    dzxtckfd eagle eagle1 eagle2 eagles eagles1 earnhard earthlin earthlink eastside eastwood
    easypay eatme eatme1 eatme2 eatme69 eatmenow eatpussy eatshit ebony1 eccentricity ecclesiastic
    ecclesiastical echolocation eclipse eclipse1 ecologically econometrics economically edcrfv
    eddie1 edinburg edthom eduard educationalist educationist edward1 edwardcullen edwardsville
    eeyore effectiveness efficiencies effortlessly egalitarianism egghead eggman eggplant egorka
    egorov egyptologist egyptologists eigenvectors eight8 eightbal einstein ejaculation ekaterina
    ekmzyf elachistidae elbereth elcamino eldiablo eldorado electra electric electrically
    electrification electrifying electro electroacoustic electrochemical electrocution
    electrodynamics electrolysis electrolytic electromagnetic electromagnetism electromechanical
    electron electronically electrophilic electrophoresis electrostatic elefant elektra element
    element1 elephant eleven11 elgato eliminations elisabet elite1 elizabet elizabethtown elizaveta
    elodie elpaso elrond elvis1 elvis123 elvisp elway elway7 emachines emancipation embalmer
    embellishment embellishments emerald emili emily1 emine eminem emmitt22 empire empire1 empires
    emplacements encapsulated encapsulation encephalopathy encirclement encompassing encore
    encountering encroachment encroachments encyclopaedia encyclopedia encyclopedic ender
    endocrinology endorsements energetically enforcer engage engineer england1 enhancements enigma
    enlightenment enplanements enrico entanglement enter enter1 enter123 enterme enternow enterpri
    enterprise entertainers entertainment entertainments enthronement enthusiastically entitlements
    entomological entomologist entrenchments entrepreneur entrepreneurial entrepreneurs
    entrepreneurship entropy environmental environmentalism environmentalist environmentalists
    environmentally environments envision epidemiological epidemiology episcopalian epistemological
    epistemology epsilon epson equalization equinox equivalently eragon eraser erasmus erasure
    erection erfolg eric1 erica1 ericsson erinsborough erotic erotica erythrocytes escalade escher
    escorpio escort eskimo espana espresso esprit esquire essendon establishing establishment
    establishments estrell eternal eternity ethan1 ethernet ethnographer ethnographic ethnological
    ethnomusicology etymological etymologically euclid euphorbiaceae euphoria eureka europa
    europe/africa evanescence evangeli evangelicals evangelion evangelistic evangelization everest
    evergree everlast everques everquest everton everton1 evgenii evgeniy evgeniya evil666 evildead
    evilone evolutio evolutionarily evolutionary examinations excalibu excalibur excellen
    exceptionally excite exclusionary excommunicated excommunication executioners exigen exigent
    existentialism exodus exotic expansionism expansionist expeditionary expenditures experiential
    experimental experimentally experimentation experimented experimenter experimenters exploitation
    exploitative exploite explorations explorer exponentially express express1 expressionism
    expressionist expropriated expropriation extensa extermination extinguished extinguishing
    extracellular extrajudicial extrapolated extrapolation extraterritorial extratropical
    extravagance extreme eyeball ezekiel11991 f**k f00tball f15eagle fabia fabie fabienn fabienne
    fabio fabiol fabric facefuck fachhochschule facial facilitating facilitation facilitators
    factionalism factorization faggot failsafe fairlane fairway faisal faith1 fakepass falcon
    falcon1 falconiformesfamily falcons fallen fallen_angel fallout falsification falstaff famil
    famili familia familiyafamiliya family1 fanatic fandango fang fantasia fantasti fantasy fantasy1
    fantom fantomas faraon farcry farida farmboy farscape farside fart farter fartman fastball
    fastcar fastcars faster fatass fatboy fatcat fathead fatman fatty favorite2 favorite6 favorite7
    favorite8 fayetteville fduecn feanor fearless feather feathers featherweight federica fedorov
    feeder feedme feelgood feline felix1 fellatio femmes fender fender1 feng feniks fenix fenris
    fenway fergie fergus fermentation fernand ferrar ferrari ferrari1 ferret ferromagnetic
    fertilisation fertilization fester festus fetish fettish fghtkm fgtkmcby fhctybq fhntvrf
    fhvfutljy fialka fibrillation ficken fictionalised fictionalized fiddle fidelio fidelity fiesta
    figaro fightclub fighter filimon filippo filter finalfantasy finder finger fire fire1 fireball
    firebird fireblad fireblade firedog firefigh firefighters firefighting firefly firefox firehawk
    fireman fireman1 firenze firestar firestorm firewall firework first-past-the-post first1 fish
    fishbone fishcake fisherma fisherman fishes fishface fishhead fishin fishing fishing1 fishon
    fishtank fishy fister fisting fitness fitter fivestar fkbyjxrf fkbyrf fkmnthyfnbdf fktrcfylh
    fktrcfylhf fktrcfylhjdbx fktrcfylhjdf fktrcfylhjdyf fktrctq fktyeirf fktyrf flamengo flames
    flamethrower flamingo flange flanker flapper flash flash1 flasher flashman flathead flatron
    fletch flexible flhtyfkby flicks flintsto flipflop flipmode flipper flipper1 flippy floppy
    florian florida florida1 flossy flounder flowe flower flower1 flower2 flowers1 floyd1 flubber
    fluctuations fluff fluffy fluffy1 fluorescence fluoridation flvbybcnhfnjh flyboy flyer flyers
    flyers1 flyers88 flyfish flyguy fmale focus1 foghorn fokker fomoco fontainebleau foobar footbal
    footbal1 football football1 footjob footlove footman forall force1 fordf150 fordf250 fordf350
    fordtruc foreplay foreshadowed foreshadowing foreskin forest foreve forever forever1 forfun
    forgetit forklift forlife forme formula formula1 formulations forsaken fortification
    fortifications fortuna forumwp foryou fossil fossiliferous fosters fotbollforbund foundational
    four-and-a-half four20 foxcg33 foxfire foxhound foxtrot foxy foxylady fozzie fractionation
    fraggle fragmentation franc francesc franci francis1 francisc francophonie francorchamps frank1
    frank123 franki frankie1 franky fraternities fraudulently freaks freaky freckles fred1 fred123
    fred1234 freddy freddy1 fredericksburg frederik frederiksberg freebird freedo freedom freedom1
    freedom2 freee freefall freeme freepass freeporn freesex freestanding freeuser freeway freewill
    freiheit fremont frenchie frenchy fresh1 fresno friday friday1 friday13 friedrichshafen
    friendliness friends1 friendster fright frisbee frisco frisky fritz1 frodo frodo1 frog frogger
    froggie froggy frogman frogs front242 frontera frontier frontispiece frosch frosty fruitbat
    fruity fubar fubar1 fucing fuck fuck0ff fuck1 fuck123 fuck69 fuck_inside fuckall fucke fucked
    fuckedup fuckem fucker fucker1 fuckers fuckface fuckfest fuckhead fuckher fucking fuckinside
    fuckit fuckm fuckme fuckme1 fuckme2 fuckme69 fuckmehard fuckof fuckoff fuckoff1 fuckshit
    fuckthat fucktheworld fuckthis fucku fucku2 fuckup fuckyeah fuckyo fuckyou fuckyou1 fuckyou123
    fuckyou2 fuckyoubitch fucmy69 fugazi fujifilm fujitsu fuking fulcrum fulham fullback fullmoon
    fun4me functionalism functionalist functionalities functionality functionally functionaries
    fundamentalism fundamentalist fundamentalists fundamentally fungus funhouse funky funky1 funny1
    funnyman funstuff funtik funtime funtimes furball fusion fussball futbol futurama futyn007
    fuzzball fuzzy fuzzy1 fy.nrf fyfcnfcbz fyfnjkbq fylhtq fynfyfyfhbde fynjirf fynjybyf fytxrf
    fyutkbyf fyutkjxtr fyyeirf fzappa g13916055158 gabber gabby1 gabrie gabriel1 gabriell gadget
    gaell gagarin gagged gagging gaijin gainsborough galactic galadriel galant galary galaxie galaxy
    galeries galileo galina gallaries galore gambit gambler gameboy gamecock gamecube gameover gamer
    gamerankings gamma gandalf gandalf1 gandolf gandon ganesh ganesha gangbang gangbanged gangrel
    gangsta gangster ganja ganjaman ganjubas gannibal garden gareth garfield gargoyle garion garter
    gasification gasman gastroenterology gastrointestinal gateway gateway1 gateway2 gatit gatito
    gator gator1 gatorade gators gators1 gatsby gaucho gawker gayboy gaymen gazelle gbcmrf gbgbcmrf
    gbhfvblf gbpltw gbyudby gdtrfb gecko geezer gegcbr geheim geibcnbr geisha gelsenkirchen gemini
    gemini1 genealogical genealogists general1 generalissimo generalization generalizations
    generalleutnant generalmajor generational generic genesis genesis1 geng genghis genius
    gentrification geochemistry geographical geographically geologically geometrically geomorphology
    geopolitical georg george1 georgi georgia1 geostationary geotechnical geraldin gerbil gerhard
    germaniawerft germany1 geronimo gerrard gesellschaft gesperrt getin getit getlost getmein
    getmoney getoff getout getsdown getsome gettherefast gfcgjhn gfdkbr gfgfvfvf gfhfljrc gfhjdjp
    gfhjkm gfhjkm1 gfhjkm12 gfhjkm123 gfhjkmgfhjkm gfhjkzytn gfnhbjn gforce gfynthf ghbdtn ghbdtn12
    ghbdtn123 ghbdtnbr ghbdtndctv ghbdtnghbdtn ghbdtnrfrltkf ghblehjr ghbrjk ghbrjkbcn ghbywtccf
    ghetto ghhh47hj7649 ghjcnbnenrf ghjcnj ghjcnjgbpltw ghjcnjgfhjkm ghjcnjghjcnj ghjcnjnfr ghjcnjq
    ghjcnjqgfhjkm ghjcnjrdfibyj ghjdthrf ghjnbdjcnjzybt ghjnjnbg ghjnjrjk ghjuhfvvf ghjvtntq ghost
    ghost1 ghostrider ghtktcnm giacomo giambattista gianluca gianni giants giants1 gibson1 gideon
    gigabyte giggle giggles gilles ginge ginger ginger1 ginola ginscoot giorgi giorgio giraffe
    girfriend girlie girlies girls girls1 girsl gitara giulia giveitup giveme gixxer gizmo gizmo1
    gizmodo gizmodo1 gizmos gizzmo gjhjkm gjkbyf gjkysqgbpltw gladiato gladiator glamour
    glaxosmithkline glendale glennwei glenwood glider glitter globalisation globalization globus
    glock glock17 glockenspiel glorification gloucestershire glycoprotein glycoproteins
    glycosylation glyndebourne glyphipterix gmoney gn56gn56 go2hell goalie goarmy goat goatboy goats
    goaway gobears gobigred goblin goblue gobucks gobucs gocats gocubs godawgs godbless goddess
    godfathe godfather godiva godlike godsmack godspeed godzilla goethe gofast gofish goforit
    gogators gogeta gohan goheels gohogs gohome goirish goku golden golden1 goldeney goldeneye
    goldfing goldfinger goldfish goldrush goldstar goldwing golf golf1 golfball golfclub golfer
    golfer1 golfgti golfing golfing1 golfman golfnut golfpro goliath gollum gomets gonads gonavy
    gong gonzo gonzo1 goober goochi good123654 good4u goodboy goodday gooddog goodfell goodgirl
    goodguy goodie goodison goodlife goodluck goodone goodsex goodstuf goodtime goodyear goofball
    goofy goofy1 google google1 googletester gooner goonies goose goose1 gooseman gopack
    gopalakrishnan gopher gophers gordo gordon1 gordon24 gorilla gorillaz gotcha goten gotenks goth
    gotham gothic gotigers gotmilk gotohell gotribe gotyoass governmental governorates governorship
    govols grace1 gracillariidae gramma grammatically gramps granada grandam grandfathered
    grandmasters grandpri granny grant1 grapeape grapes gratis gravis gravitational graywolf grease
    great1 greatone greatsex greedisgood green1 green12 green123 greenbay greenday greenlantern
    greenman greens greentea gregor gregory1 gremlin gremlins grendel gretzky greyhoun greywolf
    griffey griffon grifter grils grimace grime grin grinch grinder gringo grisha grizzly gromit
    groove groovy grothendieck groucho groundbreaking groupd2013 growler gruiformesfamily grumpy
    grunt gryphon gspot gstring gsxr1000 gsxr600 gsxr750 gthcbr gtkmvtym gtnhjdbx gtnhjpfdjlcr guai
    guan guang guardian gubber gubernatorial gucci guesswho guillaum guillerm guiness guinness
    guitar guitar1 guitars gulliver gulnara gulnaz gumball gumbo gumby gumby1 gundam gunnar gunner
    gunner1 gunners gunsling gunsmoke gustav guyver gy3yt2rgls gymnast gymnastic gypsy gypsy1
    h2opolo habibi habilitation hack hacked hacker hackers hackerz hacking haggis hairball
    hairdressing hairy hakr hal9000 halcyon haley1 halflife halfmoon halibut halifax hallo hallo1
    hallo123 hallowee hallucinogenic hambone hamburg hamish hamlet hammer hammer1 hammerhe hammers
    hamper hamster handbag handball handyman hangman hannah hannah1 hannahmontana hannes hannibal
    hannover hansol hansolo hanuman happines happy1 happy123 happy2 happyday happydog happyman
    harald harcore hardball hardcock hardcore harddick hardon hardone hardrock hardwood hardwork
    haribo harle harlem harley harley1 harmonization harpercollins harpoon harpsichordist harpua
    harrier harrisonburg harry1 harrypotter harrys harvest hateme hatteras hattrick hauptbahnhof
    havana havefun haverfordwest hawaii hawaii50 hawaiian hawker hawkesbury93 hawkeye hawkeye1
    hawkeyes hawks1 hawkwind hawthorn hayabusa hazmat hd764nw5d7e1vb1 headless headquartered
    headquarters headshot heartbreakers hearts heater heathe heather1 heather2 heaven heavyweights
    heckfy hedgehog hedimaptfcor heeled heidi1 heilongjiang heineken heinlein hejsan helen1
    heliocentric helios helium hell666 hellas hellboy hellfire hellno hello hello1 hello12 hello123
    hello2 hellohel hellokit hellokitty hellome helloo hellos hellow hellsing hellyeah helmet helmut
    helper helpme helpme1 hematopoietic hemispherical hemlock henderso hendrix heng henrik henry1
    hentai henti herbie hercule hercules herefordshire heretic herewego hermeneutics hermes hermione
    hernande herpetologist hershey hershey1 hertfordshire hertogenbosch hesoyam heterogeneity
    heterogeneous heterosexual heterozygous hetfield hewlett heynow heyyou hfleuf hfljcnm hfytnrb
    hibernia hickory hidden hierarchical hieroglyphic highbury highheel highland highlander highlife
    highlighting hiking hilfiger hillbill hillsborough hillside hilltop hiphop hippie hippo hippos
    hiroshi hispanicized histological historically historiography hitachi hithere hitler hitman
    hitman47 hiziad hjccbz hjvfirf hobbes hobbit hocke hockey hockey1 hockeyallsvenskan hogtied
    hogwarts hohenstaufen hohenzollern hokies hola holdem holein1 holger holiday holiday1 holla
    holly1 hollywoo holmenkollen holycow holyshit hombre homeboy homebrew homelessness homely
    homemade homepage homer1 homer123 homerj homers homerun homeschooled homesteaders homologation
    homomorphism homomorphisms homosexuality honda honda1 hondacbr hondacivic hondas honey1 honeybee
    honeybun honeydew honeys hongkong honolulu hoochie hookem hooker hookers hookup hooligan hoops
    hoosier hoosiers hooter hooters hooters1 hootie hooyah hopeful horatio hores horizon
    horizontally horndog hornet hornets horney horny horny1 hornyboy hornyguy hornyman horse horse1
    horseman horsemanship horsemen horses horsey horticultural horticulture horticulturist horus
    hoser hospitalised hospitalization hospitalized hospitallers hot123 hotass hotbabe hotbabes
    hotbox hotboy hotchick hotdog hotdogs hotgirl hotgirls hotlegs hotlips hotmama hotman hotone
    hotpussy hotrats hotred hotrod hotsauce hotsex hotshit hotshot hotspur hotstuff hott hottie
    hotties hottub hotty houdini hounddog hounds house1 householders housewife housewifes houston1
    hover hrfzlz hrvatska htubcnhfwbz htubyf huai huddersfield hugetits hugoboss hulkster
    humanitarian humbug hummer hummingbirds hunte hunter hunter1 hunter12 hunter2 hunting
    huntingdonshire hurrican husker huskers huskers1 huskies husky hustler hybridization
    hydraulically hydro hydrocarbons hydrodynamic hydroelectric hydroelectricity hydrogenation
    hydrographic hydrological hydrothermal hyperactivity hypergeometric hyperinflation hyperion
    hypersensitivity hypertension hypothalamus hypothesized hyundai iamcool iamgod iampurehaha2
    iawgk2 ib6ub9 ibanez ibill01 ibilljpf ibilltes icarus iceberg icecold icecream icecube icehouse
    iceman iceman1 icetea ichliebedich iconoclastic iconographic icu812 iddqd idefix identifiable
    identification identifications ideologically idiosyncratic idontkno idontknow idunno iforget
    iforgot ignatius igor igorek iguana ihatethisgame ihateyou iiyama ijrjkfl ijrjkflrf iklo ilikeit
    ilikepie ilikesex illegitimate illini illmatic illumina illumination illuminations illusion
    illustrating illustration illustrations illustrative illustrators ilove iloveboobies ilovegod
    iloveher iloveit iloveme ilovemyfamily iloveporn ilovepussy ilovesex iloveu iloveu2 iloveyo
    iloveyou iloveyou1 iloveyou2 ilya1234 ilya1992 imation imcool imhorny immortal immortalised
    immortalized immunization immunodeficiency immunoglobulin immunological impala impalass
    impartiality imperialists imperium implantation implants implementation implementations
    implementing implications impoverished impressionism impressionist impressionistic impreza
    imprisonment improvements improvisation improvisational improvisations imtheman imyaimyaimya
    imzadi inaccessible inaccurately inactivation inactive1996aug inadequately inauguration
    incandescent incarnations incest incineration inclinations incompatibility incompatible
    incompleteness incompressible inconsistencies inconsistency inconsistent incontinence
    incorporated incorporates incorporating incorporation increasingly incrementally incubus
    incumbencies indain indebtedness indefatigable independence independencia independently
    independents independiente india123 indiana indiana1 indianapolis indians indica indigo
    indiscriminate indiscriminately indistinguishable individualism individualist individualistic
    individualized individually indoctrination indon industrialisation industrialised industrialist
    industrialists industrialization industrialized industrially indy500 indycar ineffectiveness
    inefficiencies inefficiency inequalities inexplicably inextricably infallibility inferno
    infestations infiltrating infiltration infinitesimal infiniti infinity inflammation inflammatory
    inflationary inflectional inflorescence inflorescences infomercials informational infotainment
    infrastructural infrastructure infrastructures infrequently infringement infringements
    ingodwetrust inhospitable initialization inlove input/output insane inscriptions insecticides
    insectivores insectivorous insert insertion insertions insider insomnia inspectorate
    inspirations inspiron install installation installations installdevic installments installsqlst
    instantaneous institutional institutionalized institutions instructional instrumental
    instrumentalist instrumentalists instrumentals instrumentation insufficiency insufficient
    insufficiently insurrection integra intel intellectual intellectuals intelligence intelligencer
    intelligentsia intelligibility intelligible intensification intensifying interacial interactions
    interactivity intercalated interception interceptions interceptors intercession interchangeable
    interchangeably interchanged interchanges intercollegiate interconnect interconnected
    interconnecting interconnection intercontinental intercourse intercultural interdenominational
    interdependence interdependent interdiction interdisciplinary interestingly interex
    interferometer interferometry intergovernmental interlocking intermarriage intermarried
    intermediaries intermediary intermediate intermediates intermingled intermittent intermittently
    intermolecular intermountain internacional internalized international internationale
    internationalism internationalist internationalization internationally internationals
    internazionale internazionali interne internet internet1 interoperability interoperable
    interpersonal interplanetary interpolated interpolation interpretation interpretations
    interpretative interpreters interpreting interpretive interprovincial interrelated interrogative
    interrogator interrogators interscholastic intersecting intersection intersections interspersed
    interstellar interstitial interuniversity intervention interventional interventionist
    interventions interviewees interviewers intimidation intracellular intracoastal intracranial
    intramolecular intransitive intrepid intrinsically introduction introductory introspection
    introspective intruder inuyasha inventiveness invercargill invertebrate invertebrates
    investigated investigates investigations investigative investigators invictus invis invitational
    involuntarily iomega iphone ipswich irakli ireland1 irina irinka irish1 irisha irishka irishman
    iriska ironhors ironmaiden ironman ironman1 irreconcilable irregularities irrespective isabe
    iscool iseedeadpeople ishmael islander ismail isolationist istanbul istheman italia italiano
    itisme itsme ivanhoe ivanov ivanova iverson iverson3 iwantsex iwantu j3qq4h7h2v jabber jabroni
    jachin jack1 jackal jackass jackass1 jackdog jackel jacker jackie1 jacko jackoff jackpot jackso
    jackson1 jackson5 jacksonville jacob1 jadzia jagdgeschwader jagger jagiellonian jagr68 jaguar
    jaguar1 jaguars jakarta jakers jakester jamaica jamaica1 james007 james1 james123 james2 jamesb
    jamesbon jamesbond jamesbond007 jamesd jamess jamest jamie1 jammer jammin janet1 janeway januar
    january1 janus japanees jared1 jarhead jasmine jasmine1 jason1 jason123 jasons jasper jasper1
    java javelin javie jaybird jaycee jaydee jayden jayhawk jayhawks jayman jazzman jazzy jazzy1
    jbond007 jeadmi jedi jediknig jediknight jeep jeeper jeepers jeepster jeeves jefferso
    jeffersonian jeffersonville jeffrey1 jeffro jehovah jelena jello jelly jelly1 jellybea jellybean
    jenn jenna1 jennaj jennife jennifer1 jenny1 jerem jeremy1 jericho jerkoff jerry1 jesper jesse1
    jessic jessica1 jessica2 jessie1 jester jesus1 jesus123 jesus7 jesus777 jesusc jesuslovesme
    jesuss jeter2 jethro jets jetski jetson jewboy jewels jezebel jiang jiao jigga jiggaman jigsaw
    jim123 jimbeam jimbo jimbo1 jimbob jimmy1 jimmy123 jimmys jing jingle jingles jiong jkiuztdftl57
    jktxrf jktymrf jockey jodeci joe123 joeblow joebob joecool joemama johann johannes johannesburg
    john!20130605at1753 john1 john12 john123 john316 johnboy johncena johndeer johndeere johndoe
    johngalt johnn johnny1 johnny5 johnson1 joker joker1 jokers jomama jonatha jonboy jones1 jonesy
    jonny jorda jordan jordan1 jordan2 jordan23 jordyn joseluis josep joseph1 josephin joshu joshua1
    joshua12 joung journalistic joyce1 joyful joystick jrcfyf jsbach juancarlo juanito jubilee
    juggalo jughead juice juicy julia1 julie1 julien jumanji jumbo jumper jundian2011xr juneau
    junebug jungle junio junior junior/senior junior1 juniper junkie junkmail junkyard jupiter
    jupiter1 jupiter2 jurassic jurisdiction jurisdictional jurisdictions jurisprudence just4fun
    just4me justdoit justi justice justice1 justification justifications justin1 justin12
    justinbieber justme juventus juxtaposition k.jdm k.lvbkf k123456 k2trix kaboom kabuki kahlua
    kahuna kaiserslautern kajak kakarot kakashi kakashka kaktus kalina kamasutra kamikadze kamikaze
    kamila kamilla kangaroo kansas kantakouzenos kapellmeister kapitanleutnant kappa karachi karamba
    karamelka karaoke karapuz karate karen1 karina karolina kartoffelpuffer kashmir kasper kasumi
    katana katarina katerina katharin kathy1 katie1 katrin katten katya katzen kavkaz kawasaki kayak
    kayla1 kazanova kazantip kbctyjr kcchiefs kcj9wx5n keeper keepout keith1 keksa12 kelly1 keng
    kenneth1 kennwort kenny1 kenobi kenshin kenwood kenworth kenzie kermit1 kernel kerouac kestrel
    kevin1 kevin123 kevins keyboard keystone keywest kfcnjxrf kfgjxrf kfhbcf khalid kickass kicker
    kickflip kicksass kidderminster kidrock kieran kikimora killa killah killbill kille killemall
    killer killer1 killer12 killer123 killers killjoy killme killroy killyou killzone kilroy kimchi
    kimmie kimmy kindergarten kindergartens kingfish kingkong kingpin kings1 kingsize kingston
    kingtut kinky kipper kirby1 kirill kirsty kismet kisses kissme kissmyas kissmyass kiteboy kitkat
    kitten kittens kitties kitty kitty1 kitty123 kittycat kittykat kittys kiwi kjifhf kjiflm kjkszpj
    kjrjvjnbd klaatu klaste klaster klaudia kleenex kleopatra klingon klizma klondike klopik
    knackwurst8853 knickerless knickers knicks knight1 knights knightsbridge knockers knopka
    knowledgeable knuckles knulla koala kobe08 kochamcie kodak kodiak kodiak1 kojak kokomo kolbasa
    koleso kolibri kolobok kolokol kombat komodo komputer konstantin konstantinos kontakt kontol
    konyor kookie kool koolaid kordell1 korn koroleva korova koshka kosmos kosova kostas kostik
    kostya kotaku kotenok kovalenko kraken krasnodar krasota krasotka kriegsmarine krishna
    krishnamurthy krishnamurti kristallnacht kristen1 kristiansand kristiansund kristin1
    kristofferson krokodil krolik kronos krusty krypto krypton ksenia kseniya ksusha kthjxrf ktyjxrf
    kuai kuan kuang kubrick kukolka kume kungfu l3tm31n l58jkdjp! labatt labia laboratories labrador
    labtec lacoste lacrimosa lacrosse lactobacillus laddie ladles ladybird ladyboy ladybug ladygaga
    laetitia lagnaf laguna lagwagon laker lakers lakers1 lakers24 lakeside lakewood lakings lakota
    lakshmi lalakers lalaland lambchop lambda lamborghini lamentations lamer lampard lancaste lance1
    lancelot lancer lancia landholdings landrove landscap lansing lantern laparoscopic lapochka
    laptop laracroft larisa larry1 larsson laser laser1 laserjet lasers lassie lasttime lasvega
    lasvegas latex latinas latino laura1 lauras laurel12creek lauren1 laurent lavalamp lawman
    lawrenceville lazarus lback lbtest lbvjxrf leafs leahcim learjet leather leavemealone lebowski
    lebron23 ledzep leeds1 leedsutd leeloo leeroy left4dead lefty legacy legalization legend legenda
    legion legionnaires legislatures legitimately legman legoland legolas legos lehjxrf
    leicestershire leinad lekker leliane50934 lemans lemmein lemming lemmings lemon1 lemonade lemond
    leng lennon leno4ka lenochka leonid leonidas leopard leopold leroy1 lesbain lesbean lesbens
    lesbian lesbians lesbos lespaul lestat letme1n letmei letmein letmein1 letmein2 letmein22
    letmeinn letmesee letsdoit letsfuck letsgo letsplay level42 lever lexicographer lexingky lexmark
    lexus lexus1 lfhbyf lfitymrf lfybbk lfybkf lhbjkjubz2957704 lhfrjy lian liang liao
    liberalisation liberalization libero libertad libertadores libertarianism libertarians liberty
    liberty1 libido libra librarianship lick licker licking lickit lickme licorice liechtenstein
    lifehack lifeisgood light1 lighter lighthou lightnin lightning lightpower12345 lights lilbit
    liliya lilman lilwayne limewire limpbizkit limpone limpopo lincoln1 lincolnshire linda1 lindros
    lindsay1 lindsey1 lineage lineage2 lineman linguistically linkedin2011 linkin linus lion lioness
    lionhear lionheart lionking lipton liquefaction liquid lisa69 lisboa lisenok lithium
    lithographer lithographic litle little1 littlema livelife liverpoo liverpool liverpool1
    liverpool123 livewire lizard lizard1 lizaveta lizzard lizzy ljxtymrf llama loader lobo lobster
    localization lockdown lockerroom lockout loco locust locutus logan1 logger logitech loglatin
    loki lokomotiv lol123 lol1234 lol12345 lolipop lollapalooza lollipop lollol lollypop lolol
    lololol loloxx lolwut londo london london1 lonesome lonestar lonewolf longbow longdick longdong
    longhair longhorn longhorns longitudinal longitudinally longjohn longlegs longshot longstanding
    looker lookout lookup looser lopas lopata loredana lorien losangel losangeles loser loser1
    losers lost4815162342 lostsoul lothar lotus lotus1 lotus123 loudog loudspeakers loughborough
    louis1 louise1 love love1 love11 love12 love123 love1234 love69 lovebug lovefeet lovegod
    lovehate loveis loveit lovel lovelife lovelovelove lovely lovely1 lovem loveme loveme1 loveme89
    lover lover1 loverboy loverman lovers lovesex lovesexy lovesme loveya loveyou loveyou1 loveyou2
    lowdown lowrider loyola ltdjxrf ltkmaby ltybcrf ltymub luan luca lucas1 lucas123 lucent lucian
    lucifer luckie lucky lucky1 lucky123 lucky13 lucky2 lucky7 lucky777 luckydog luckyman luckyme
    luckyone luckys ludacris ludmila ludwigshafen lugano lugnut lumber lumina luminescence lumpy
    lunchbox luscious lust lusty luv2epus lux2000 luxembourgian luxembourgish lvbnhbq lydcc20091314
    lytghjgtnhjdcr m01759766727 m0nk3y m0nkey m12345 m123456 maastrichtian maatschappij macaco
    macaroni macbeth macclesfield macdaddy macgyver machine machoman maciek macintos macintosh
    mackenzi macman macroeconomic macroeconomics macromolecules macross madagaskar madala11 madcat
    madcow maddie maddison maddog madina madiso madison madison1 madman madmax madness madonna
    madonna1 maestro mafia magadan maganda magelan magellan magenta maggi maggie maggie1 maggot
    magic magic1 magic123 magic32 magician magick magicman magics magnavox magnet magnetization
    magneto magnetosphere magnification magnum magnus magoo magpie magpies mahal mahalkita mahalo
    mahavidyalaya maiden mailcreated5240 mailman mailru maison majestic major1 makaka makarov
    makaveli makayla makeitso makoto maksim maksimka malachi malaga malaka malakas malcolm1
    malformation malformations malibu malice malignancies malina malinka malish mallard mallorca
    mallrats malnutrition maltreatment mama123 mamacita mamamia mamapapa mamas mamita mammamia
    mammoth mamo4ka mamochka mamont manager1 manana manatee manchest manchester manchesterunited
    mancity mandarin manders mandingo mandolin mandrake mandy1 maneuverability maneuverable manfred
    mang mango mango1 mangos manhatta maniac manifestation manifestations mankind mannheim mannn
    manolo manowar manson mantis mantle mantra manu manuals manue manufactured manufacturer
    manufacturers manufactures manufacturing manunited manutd mapet123456 maprchem56458 maradona
    marajade marat marathon marauder marbles marcello march13 marcin marcius2 marco1 marcus1
    marek14michal margarit margaux marginalised marginalization marginalized margosha maria1 marie1
    marigold marijuan marijuana marika marina marina1 marine marine1 mariner mariners marines
    marines1 marinka marino marino13 mario1 mario66 maripos mariposa marishka marius mariya mark1
    mark123 marker marketin marketplaces markie markiz markiza marlboro marley marley1 marlins
    marmite maroon marseill marseille marsel marsik martian martin1 martin6 martini martinsville
    marty1 marusya marvin1 maryjane marykay masamune maserati mash4077 masha mashka mason1
    massachusetts massimiliano massive maste master master01 master1 master11 master12 master123
    masterbaiting masterbate masterbating masterclasses masterkey mastermi mastermind masterp
    masterpieces masturbation matabeleland matador matchbox materialised materialized mateusz
    mathematical mathematically mathematician mathematicians matisse matri matriculated
    matriculating matriculation matrix matrix1 matros matt1 matteo matthe matthew1 matthew2 matthias
    mattingl matty mature matvei matvey maurici maurizio maurolarastefy maveric maverick mavericks
    max123 max333 maxdog maxell maxfli maxi maxim maxima maxime maximilian maximization maximka
    maximus maximus1 maxpayne maxpower maxwell maxwell1 maxx maxxxx mayday mayfair mayhem mazafaka
    mazda mazda1 mazda3 mazda323 mazda6 mazda626 mazdarx7 mclaren mdogg meadow meandyou measurements
    meatball meathead meatloaf mechanic mechanically mechanization mecyclothorax medic medic1 medion
    mediterranean medusa medved meetinghouse mega_pizdetz666 megachilidae megadeth megafon megaman
    megan1 megane megaparol12345 megapass megatron meggie meister meistriliiga melanie1 melanogaster
    meliss melissa1 mellon mellow melodifestivalen melon melons melrose memnoch memorex memorialized
    memorization memphis menace meng mensch menstruation menthol mentor mentos meonly meowmeow
    meowmix mephisto mercede mercedes merchandising mercury mercury1 meridian merlin merlin1 merlot
    mermaid mersedes mesoamerican mesopotamian messerschmitt messi10 messiah met2002 metal1 metal666
    metalgear metalica metall metallic metallica metallica1 metallurgical metalworking metamorphism
    metamorphosed metamorphoses metaphorical metaphysical meteorological meteorologist
    meteorologists methamphetamine methodically methodological methodologies methos
    methyltransferase meticulously metoo metroid metropol metropolitan metropolitana metropolitans
    mets mettss mevefalkcakk mexic mexico miami miami1 miamo miamor mian miao michae michael1
    michael2 michael3 michael8 michael9 michaeljackson michelangelo michele1 michelle1 michi
    michigan mick micke mickey mickey1 micky micro microarchitecture microbiologist microbiology
    microcomputer microcontroller microcontrollers microelectronics microfinance microgravity
    microlab micromollusk micron microorganisms microphone micropolitan microprocessor
    microprocessors microsof microsoft microstructure microsystems microtubules middlesbrough
    middleweight midget midnight midnite midori midway mierda mighty migrationschool migue mihail
    mikado mikael mikayla mike01 mike1 mike11 mike12 mike123 mike1234 mike23 mike69 mikey mikey1
    mikhailovich mikkel milamber milana milano milashka milena milenium miles1 milfnew milhouse
    militaristic milkman milkyway mille millenium miller1 million1 milliseconds millwall mimosa
    minecraft minecraft123 mineralization mineralogical mineralogist minesweepers minesweeping
    mingus minimalistic minime minimization minimoni minnesot minnesota_hp minotaur mirage miranda1
    misadventures misappropriation miscegenation miscellaneous mischa mischief misfit misfit99
    misfits mishka misiaczek misidentified misiek mismanagement misrepresentation missie
    missionaries mississi mississippian missy1 mister mistral mistreatment mistress misty1
    mitochondria mitochondrial mittens mizuno mizzou mjolnir mnbvcxz mnbvcxz1 mobbdeep mobilisation
    mobilization mobydick mockumentary modelsne modem modena moderncombat modernisation
    modernization modification modifications modles mogwai mohammadabad mohawk mojave mojo mojojojo
    molly1 molly123 mollydog moloko molotok molson momdad mommie mommy1 momoney momsanaladventure
    momsuck monaco monalisa monarch monchengladbach monday monday1 mondeo mone money money1 money12
    money123 money2 moneybag moneyman moneys mongo mongoose monic monica1 monies monique1 monitor
    monke monkey monkey1 monkey11 monkey12 monkey123 monkey2 monkey69 monkeybo monkeyboy monkeyma
    monkeyman monkeys monmouthshire monochromatic monolith monooxygenase monophyletic monopolistic
    monopoly monotheistic monsoon monste monster monster1 montag montana montana1 montecar
    montecarlo montenegrins monterey montgom240 montgomeryshire montparnasse montreal montrose
    monty1 moochie moocow mookie moomoo moonbeam moondog mooner moonligh moonlight moonman moonshin
    moonshine moonstar moose moose1 mooses mopar mordellistena mordor morena morga morgan1 morgana
    morganstanley morgen morgoth moritz morlii morozov morozova morpheus morphological
    morphologically morrowind mortalkombat morten mortgage morticia mortimer mortis moscow moskva
    mostwanted motdepasse mothe mother mother1 motherboards motherfu motherfucker motherlode mothra
    motivational moto motocros motocross motorcyc motorcycling motorcyclist motorcyclists motorola
    motown mountain mountaineering mountaineers mouse mouse1 mousepad mouser mouses mousey mowgli
    mozart mpegs mrbill msorcloledbr mudvayne mufasa muffdive muffin muffin1 muffy mugwump mulder
    mullet multicellular multichannel multicolored multicultural multiculturalism multidimensional
    multidisciplinary multifaceted multifunctional multilateral multilingual multinational
    multiplelo multiplexing multiplication multiplicative multiplicity multipurpose multisyn
    multivariate munch munchkin municipalities municipality muppet murat murfreesboro murph murphy1
    murrumbidgee murzik musashi muschi muscle muscles musculoskeletal mushroom music1 music123
    musica musicianship musicman musicologist musicologists muskie muskrat mustafa mustan mustang
    mustang0 mustang1 mustang2 mustang3 mustang5 mustang6 mustang8 mustang9 mustangg mustangs
    mustard mutabor mutant mutley mutter muttley my3sons myangel mybaby myboys mycobacterium mycock
    mydick myfriend mygirl mygirls myhouse mykids mylife mylove mymother myname mynameis mypass
    mypasswo mypassword myporn mypussy mysecret myspace myspace1 mystic mystuff myszka mythological
    mytime mywife myworld myxworld n8zgt5p0shw= nachos nacionalista nacked nadegda nadejda nadezhda
    nagapattinam naked namaste nancy1 nancy123 nang nanook nanoparticles nanotechnology napalm
    napass napoli napster narnia narragansett narut naruto naruto1 nascar nascar1 nascar24 nascar3
    nastena nastenka nastia nasty nasty1 nastya nataha natali natalie1 natalka nataly natascha
    natasha natasha1 natchez natchitoches natedog natedogg natha nathan1 nathanie natiichen999
    nationalisation nationalised nationalistic nationalists nationalities nationalization
    nationalized nationalliga naturalisation naturalistic naturalization naught naughty naughty1
    nautica nautilus navajo navigational navigato navigator navyseal nazgul nbcuniversal nbuhtyjr
    nbvjatq nbvjif ncc1701 ncc1701a ncc1701d ncc1701e ncc74656 ndirish ne1469 nebraska
    nebuchadnezzar nebula necessitated necessitates necessitating needforspeed needit negotiations
    neighborhood neighborhoods neighbourhood neighbourhoods neighbouring nelso nelson1 nemesis
    nemesis1 nemrac58 nemvxyheqdd5oqxyxyzi neng neoclassical neoclassicism neoliberalism neon
    nepticulidae neptune nermal nessie nestle netherlandish netscape network1 networkingpe
    neurobiology neurodegenerative neuroimaging neuromuscular neuropsychological neuroscience
    neuroscientist neurotransmitter neurotransmitters neutralization neutralizing neutron nevada
    never1 nevermin nevermind nevermor nevermore nevertheless nevets newark newbie newcastl newday
    newfoundland newjob newlife newness newone neworder neworleans12345 newpass newpass1 newpass6
    newport newport1 newproject2004 newsmagazine newstart newuser newyear newyork newyork1 nextel
    nexus nexus6 nfhfrfy nfnmzyf nfvfhf nfy.irf nfytxrf nhecsyfujkjdt nhfdvfnjkju123 nhfrnjh
    nhfycajhvths niang niao nibbles niceass niceday niceguy nicetits nichola nickel nickle nicky1
    nico nicola nicole1 nigga niggas niggaz nigger nigger1 niggers nightcrawler nighthaw nightmar
    nightowl nightwin nightwish nike nikita nikita1 nikitin nikitos nikki1 nikko niklas nikola
    nikolai nikolay nikolayevich nikon nimbus nimitz nimrod nineball nineinch niners ning ninguna
    ninja ninja1 ninjas nintendo nipper nipple nipples nippon nirvan nirvana nirvana1 nissan nissan1
    nitram nitro nitrous nitrox nittany njdevils nocturne nofear nogard nokia nokia1 nokia123
    nokia3250 nokia5130 nokia5230 nokia5530 nokia5800 nokia6233 nokia6300 nokian70 nokian73 noles1
    nolimit nolimits nomad nomads nomar5 nomenclature nomore noname noname123 nonconformist
    nondriversig nong nongovernmental nonmembe nonstop noodle noodles nookie nopass nopassword
    nord-pas-de-calais norepinephrine normalization normandy northallerton northamptonshire
    northeasterly northeastern northeastward northernmost northumberland northumbrian northwesterly
    northwestern northwestward norwich nosferat nosferatu nostromo not4you notebook nothing1
    notification notifications notnow notodontidae notredam notredame nottinghamshire notused
    nounours novelisation novelization novell novifarm novikova noway nthvbyfnjh ntktajy ntktdbpjh
    nuan nubian nucleophilic nude nudes nudist nudity nugget nuggets number1 number6 number9 numlock
    nurlan nutella nutmeg nutsack nuttertools nvidia nwo4life nygiants nyjets nylons nymets nympho
    nyyankee o'shaughnessy oakland oaktree oasis oasis1 oatmeal obelix oberleutnant oberon obiwan
    oblivion observational observations observatories obsidian obsolescence obstructions ocarina
    occasionally occidentalis occupational ocean1 oceanographic oceanography oceans ocelot october1
    october2 octopus odin odyssey oecophoridae oedipus offroad ohbaby ohmygod ohshit ohyeah oicu812
    oilers oilman okmijn oksana olcrackmaster oldfart oldman oldone olds442 oldschool oleg olemiss
    olenka olesya oliver oliver1 olivia1 olivier olympus omanko omega omega1 omegared omerta omicron
    omsairam one-and-a-half one-of-a-kind onedirection onelove onepiece onetime onetwo onion onions
    online online1 onlyme onlyone ontheoutside open123 open1234 opendoor openit openme opennow
    opensesame openup operationally operator ophthalmology opiate opportunistic opportunities
    oppositional optima optimist optimization optimizations optimus optiplex opus oracle oralsex
    orang orange orange1 orange12 oranges orchard orchestrated orchestration orchestrations
    orchestrator orchid oreo organisation organisational organisations organization organizational
    organizations organometallic orgasm orgasms orgy orient orientations orienteering oriflame
    orioles orion orion1 orlando1 ornamentation ornithological ornithologist ornithologists orpheus
    orthographic ortsgemeinde orwell osama oscar1 oscar123 oscars oscillations oscilloscope osiris
    osprey osteoarthritis osteoporosis ostergotland othello otter otters ou812 ou8122 ou8123 outback
    outbuildings outkast outlaw outlaws outperformed outsider outstretched ovation overcrowding
    overexpression overkill overlord overlordship overpopulation overshadowed overthrowing
    overwhelmingly overwintering ownage oxford oxidoreductase oxidoreductases oyster ozzie ozzy
    p0015123 p030710p$e4o p0o9i8 p0o9i8u7 p455w0rd p4ssw0rd p@ssw0rd pa55w0rd pa55word pablo1 pacers
    pacification pacino packard packard1 packer packers packers1 pacman paco paddle paddy padres
    painstakingly paintbal paintball paisley pajero pakista pakistan paladin paladin1
    palaeographically palaeolithic palaeontology palatalization paleontological paleontologists
    palestinians pallmall palmtree paloma pamel pamela1 panache panama panasoni panasonic
    panathinaikos pancake pancho pancreatitis panda panda1 pandas pandora pandora1 pang panhead
    panorama panter pantera pantera1 panther panther1 panthers pantie panties panties1 pantyhos
    pantyhose panzer panzergrenadier paolo papabear papamama papaya paperino papichul papillon papit
    papito pappy paradigm paradise paradox paradoxically paragon paraklast1974 parallelogram
    paramagnetic paramedi paramilitaries paramilitary paramore paraphyletic parapsychology
    parasympathetic paratroopers paris1 parishioners parker1 parkour parlament parliamentarian
    parliamentarians parliamentary parol parola paroll parrot parsifal partenkirchen participants
    participated participates participating participation participations participatory particularly
    partisanship partitioning partizan partnerships party1 pasadena pascal pasport pass pass1 pass12
    pass123 pass1234 pass99 passat passchendaele passcode passeriformesfamily passfan passfind
    passion passion1 passions passmast passme passord passport passthie passw0r passw0rd passwd
    passwerd passwor passwor1 password password01 password1 password11 password12 password123
    password1234 password12345 password123456 password2 password3 password9 password99 passwords
    passwordstandard passwort pastoralists pasword patata patate patches patches1 pathanamthitta
    pathfind pathfinder pathogenesis pathologists pathophysiology patit patriarchate patric patrici
    patrick1 patrik patriot patriots patrizia patryk pattaya patter patterso paulie pavel pavement
    pavilion pavlik pavlov pavlova payday payton34 pdiddy pdtplf pe#5gz29ptzmse peace1 peacebuilding
    peacekeepers peacekeeping peaceout peach peaches peaches1 peachy peanu peanut peanut1
    peanutbutter peanuts pearl1 pearljam pearls peavey pebble pebbles pecker peculiarities peddler
    peekaboo peeper peepers peewee pegasus pegasus1 pelecaniformesfamily pelican pelikan
    peloponnesian pembrokeshire pencil pendejo pendrago penetrating penetration penfold peng penguin
    penguin1 penguins penis penis1 pennstat pennstate pennsylvania pennsylvanian penny1 pennywis
    pentecostals penthous pentium pentium4 pepito peppe pepper pepper1 pepsi pepsi1 pepsi123
    percussionist percussionists peregrin perfect1 perforations performances periodically perkele
    permeability permittivity permutations perpendicular perpetrators perro persecutions persik
    persistently persona personalised personalities personification perspectives pertinant
    perturbation perturbations pervert peter01 peter1 peterbil peterborough peternorth peterpan
    petite petra1 petrochemical petrochemicals petrov petrova petrovich petrus petter petunia
    peugeot pfkegf pfloyd pfqxbr phaedrus phantom phantom1 pharao pharmaceutical pharmacokinetics
    pharmacological pharmacology pharmacy phat phenomenological phenomenology phenylalanine pheonix
    phialpha philadelphia philanthropic philanthropist philanthropists philanthropy philatelists
    philharmonia philharmonic philipp philippe philips phillies phillip1 philly philological
    philosophers philosophical philosophically philosophies phish phish1 phishy phoeni phoenix
    phoenix1 phoenix2 phonetically phonographic phonological phospholipids phosphorylated
    phosphorylation photo1 photoelectric photog photographed photographers photographic
    photojournalism photojournalist photon photos photosynthesis photosynthetic photovoltaic
    photovoltaics phpbb phreak phyllonorycter phylogenetic physiographic physiological physiologist
    physiotherapist physiotherapy phytoplankton pi314159 pian pianoman pianos piao pic's picard
    picasso piccolo picher picker pickle pickles pickup pics pictere pictuers picturs pieman
    piercing pietermaritzburg pietro piezoelectric pigeon piggies piggy piglet pigmentation pigpen
    pikachu pillow pilot1 pilsner pimp pimpdadd pimpdaddy pimpin pimping pimpster pinball pineappl
    pineapple pinetree pinewood ping pingpong pinguin pingvin pinhead pink pinkfloy pinkfloyd pinky
    pinky1 pinnacle pintail pioneer pioneer1 pioner pipeline piper1 pipers pipiska pippen pippen33
    pippo piramida pirate pirates pisces pisser pissing pissoff pistol piston pistons pitbull
    pitchers pitures pixie pixies pizda pizdec pizza pizza1 pizzahut pizzaman pizzas pjkjnj placebo
    placid planet planeta planner plasma plastic plastics platinum plato platon platypus
    plausibility playa playball playboy playboy1 playboy2 playboys player player1 playful playmate
    playstat playstation playstation2 playstation3 playtime please1 pleaseme plenipotentiary plokij
    ploppy plumber pluto pluto1 pluton plymouth pobeda pochta podkarpackie poi098 poison poiuyt
    poiuytrewq pokemo pokemon pokemon1 pokemon123 poker1 pokey pokey1 polarbea polaris polarization
    polaroid polgara police police1 policymakers polina polinka pollux polly1 polniypizdec0211
    polniypizdec1102 polniypizdec110211 polo polska polycarbonate polyethylene polymerization
    polymorphism polymorphisms polyphyletic polypropylene polysaccharides polytechnical
    polytechnique polyurethane pomidor pommes pompey poncho pong pontchartrain pontiac pontiac1 pony
    ponyboy poobear pooch poochie poodle pooh poohbea poohbear pookey pookie pookie1 pooky pool6123
    poontang poop poop123 pooper poophead poopie poopoo poopsie poopy poopy1 pooter popcorn popcorn1
    popeye popova popper poppie poppy poppy1 poptart popularization popularizing porkchop porky porn
    porn123 porn4me porn69 pornking porno porno1 pornographic pornos pornpass pornstar porsche
    porsche1 porsche9 porsche911 porshe portland portugal poseidon possum postal postcolonial
    postdoctoral postgraduate posthumously postman postmodernism postov1000 postsecondary
    postsynaptic posture potato pothead pounded powder power1 power123 powerade powerlifting
    powerman practitioner practitioners prancer prashant praxis preacher precious precipitated
    precipitates precipitating precipitation precondition predator predecessors predestination
    predetermined predictability predilection predominance predominantly predominated predominately
    predominates prefabricated preferential preferentially preliminaries prelude prelude1
    premierships premium preparations preparedness preponderance prepositions prerequisite
    prerequisites prerogatives presario presbyterian presbyterianism presbyterians presbyteries
    prescriptive preselection presentation presentations preservation preservationists preservative
    presiden presidencies presidential presto pretzel pricewaterhousecoopers prima primal prime1
    primogeniture primus princ prince prince1 princes princesa princess princess1 princessa princeto
    principalities principality pringles printer priscill prissy pristimantis privat private
    private1 privateering privatisation privatization privet priyanka pro100 probabilistic
    probabilities probes proclamation prodigy productivity professional professionally professionals
    professionnelle professorial professorship professorships profitability progesterone
    programmable programmatic progressions progressively progressives prohibitions prohibitively
    projectsadminx proliferated proliferation prolifically prolongation promotion/relegation
    promulgation pronouncements pronunciation pronunciations propagandist prophet proportional
    proportionality proportionally proportionate proportionately propositional propositions
    prosecutions proselytizing prosper prospero prostitution prosto protagonists protectionism
    protectionist protectorate protestantism proton protoss prototypical proview provincetown
    provincially provisionally provisioning prowler proxy prozac przyjaciolki pseudonymous
    pseudoscience psychnau psycho psychoactive psychoanalysis psychoanalyst psychoanalytic
    psychological psychologists psychometric psychopathology psychosocial psychotherapy psychotropic
    pterophoridae pterostichinae ptybnxtvgbjy publications puck puddin pudding puddles puffer puffin
    puffy pufunga7782 pugsley pulsar pumkin pumper pumpkin pumpkin1 pumpkins punani punisher punkass
    punker punkin punkrock punksnotdead punter pupkin puppies puppy puppy1 puppydog puppys pupsik
    purdue purification purpl purple purple1 pushkin pushok puss pussey pussie pussies pusssy pussy
    pussy1 pussy123 pussy2 pussy4me pussy69 pussycat pussyeat pussylicker pussylov pussylover
    pussyman pussys pusyy putter pyon pyramid pyramid1 pyramidellidae pyramids pyrophosphate python
    q11111 q12345 q123456 q1234567 q123456789 q1234567890 q1q2q3 q1q2q3q4 q1q2q3q4q5 q1w2e3 q1w2e3r
    q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8 q1w2e3r4t5y6u7i8o9p0 q2w3e4
    q2w3e4r5 qawsed qawsedrf qawsedrftg qawsedrftgyh qaywsx qaz123 qaz12345 qaz123wsx qaz123wsx456
    qaz741 qazedc qazplm qazqaz qazws qazwsx qazwsx1 qazwsx12 qazwsx123 qazwsxed qazwsxedc
    qazwsxedc1 qazwsxedc123 qazwsxedcrfv qazwsxedcrfvtgb qazxcv qazxsw qazxsw12 qazxsw123 qazxswedc
    qazxswedc123 qazxswedcvfr qazzaq qian qiang qiao qing qiong qpalzm qq123456 qqq111 qqqqq1
    qqqqqq1 qqqwww qqwwee quadrangular quadrilateral quake quake3 quaker qualification
    qualifications qualitatively quan quant4307s quantification quantitative quantitatively
    quantization quantum quarterbacks quarterfinal quarterfinals quartermaster quartz quasar quattro
    queen1 queens quest quest1 questionnaires qw123456 qwaszx qwaszx12 qwaszxerdfcv qwe123 qwe123qwe
    qwe123qwe123 qwe321 qweasd qweasd123 qweasdzx qweasdzxc qweasdzxc123 qwedsa qwedsazxc qweewq
    qwegta13091990 qweqwe qweqwe123 qwer12 qwer123 qwer1234 qwerasdf qwerasdfzxcv qwert qwert1
    qwert12 qwert123 qwert12345 qwert40 qwertasdfgzxcvb qwerty qwerty1 qwerty11 qwerty12 qwerty123
    qwerty1234 qwerty12345 qwerty123456 qwerty123456789 qwerty13 qwerty2 qwerty7 qwerty77 qwerty777
    qwerty78 qwerty99 qwertyasdfgh qwertyqwerty qwertyu qwertyui qwertyuio qwertyuiop qwertyuiop10
    qwertyuiop12 qwertyuiop123 qwertyuiop12345 qwertyuiop[] qwertyytrewq qwertz qwertzui qwezxc r2d2
    r2d2c3p0 r2d2c3po r4e3w2q1 rabbit rabbit1 rabbits rabindranath rabota racecar racer racer1
    racers racerx rachel1 rachmaninoff racing racoon radar1 radeon radhakrishnan radiance radio1
    radioactivity radiohea radiohead radioisotope radioisotopes radiological radiotherapy raduga
    raffles ragman ragnar ragnarok raiden raider raiders raiders1 rainbow rainbow1 rainbow6 rainbows
    raindrop rainier rainman rainyday raisin raistlin rajesh rakesh raketa rakkaus ralph1 ralphie
    ralphy ram1500 ramachandran ramada ramazan rambler rambo rambo1 ramjet rammstei rammstein
    ramones rampage ramrod ramses ramstein ramzes ranchero rancid random random1 randy1 ranetki rang
    ranger ranger1 rangers rangers1 raphitomidae rapier rappahannock rapprochement raptor raptors
    rapture rapunzel rascal rasdzv3 rasmus rasputin rasta rasta1 rasta69 rastaman raster rastus
    ratboy ratdog ratfink ratification rationalisation ratman rattler raven raven1 ravens rawhide
    rayman raymond1 raziel razor razz razzle rb26dett rbcekz rbhbkk rctybz rdfhnbhf reactivation
    reader reading/literature realmadrid realtor reaper reappearance reapportionment rearrangement
    rearrangements reassessment reauthorization reaver rebbyt34 rebecca1 rebel rebel1 rebels rebelz
    reboot reborn recapitulation receivership rechargeable rechristened reciprocating reckless
    reclassification reclassified recognisable recognitions recognizable recollections recombination
    recommendations recommissioned recon reconciliation reconfiguration reconfigured reconnaissance
    reconsideration reconstituted reconstitution reconstructed reconstructing reconstruction
    reconstructionist reconstructions recreational rectification recuperation red123 red12345
    redalert redbaron redbeard redbird redbone redbull redcar reddevil reddog reddog1 reddwarf
    redeployment redesignated redevelopment redeye redfish redfive redfox redhat redhead redhead1
    redheads redhot rediscovered redistribute redistributed redistribution redistricting redleg
    redlight redline redman redneck redneck1 redone redrock redrose redrum reds redshift redskin
    redskins redsox redsox1 redstar redstorm reduplication redwall redwine redwing redwing1 redwings
    redwolf redwood reebok reefer reeses reestablished reestablishment reflectivity reflex
    reforestation reformulated refrigeration refurbishing refurbishment regal regenerating
    regeneration regenerative reggae regierungsbezirk regionalbahn regionalliga registration
    registrations rehabilitate rehabilitating rehabilitation rehbwf reimbursement reincorporated
    reinforcement reinforcements reinstatement reintegration reinterpretation reinterpreted
    reintroduced reintroduction reinvestment reinvigorated rejuvenation relativistic reliant
    relinquished reload reloaded remingto reminiscence reminiscences remuneration renat renault
    rendezvoused renee1 renegade renfrewshire reng renomination renunciation reorganisation
    reorganization repatriation replacements replenishment repoman repositioned repositioning
    repositories representation representational representations representative representatives
    representing reprocessing reproducible reproduction reproductions reproductive reptile
    republicanism repytwjdf requiem requirements requisitioned rerehepf rereirf rerfhfxf rerfhtre
    rescue resemblances resettlement residentevil resignations respectively responsiveness restart
    restorations restrictions restructured restructuring resurrecting resurrection resuscitation
    retard retroactively retrospective retrospectively retrospectives retsam reunification
    reverberation revitalization revitalizing revival47 revoluti revolutionaries revolutionary
    revolutionized revolver reznor rfgbnjirf rfgecnf rfhbyf rfhfgep rfhfvtkmrf rfhfylfi rfhlbyfk
    rfhnjirf rfkbyf rfnthbyf rfnthbyf1988 rfntymrf rfrfirf rfrnec rfvfcenhf rhbcnbyf rhfcfdbwf
    rhfcfdxbr rhfcjnf rhfcjnrf rhino rhino1 rhinos rhjkbr rhjrjlbk rhododendron rhtdtlrj rhubarb
    rhythmically ribbit ricard riccardo rice80 richar richard1 richardsonian riches rickster ricky1
    ricochet riddler riffraff rigger rightnow righton riley1 ringo ripken ripper ripple riptide
    river1 riverrat riversid rjcvjc rjhjdf rjhjkm rjhjktdf rjirfrgbde rjitxrf rjntyjr rjnzhf
    rjyatnrf rjycnfynby rjyjgkz rktjgfnhf roadkill roadking roadrunn roadrunner roadster roadway
    rob123 rober robert1 robert2 roberto1 robin1 robinhood robocop robot robotech robotics rochard
    rocker rocket rocket1 rocketma rocketman rockets rockey rockford rockhard rockie rockies rockin
    rockman rocknrol rocknroll rockon rockroll rocks rocks1 rockstar rocky1 rocky123 rocky2 rockydog
    rodent rodeo rodina rodion rodman roethlisberger roger1 rogue rogue1 roland1 rolex roller rollin
    rolltide roman1 romanization romanov romanova romans romanticized romario romashka romeo1 rommel
    romulus ronald1 ronaldinho ronaldo ronaldo7 rong roofer rookie rooster rooster1 roosters
    rootbeer rootedit rooter rosebud rosebud1 rosewood rosie1 rostov rostropovich roswell rotary
    rotten route66 router rover rover1 rovers rowdy royals royboy roygbiv rrpass1 rsalinas rt6ytere
    rtyuehe ruan rubber rubble rubicon rudeboy ruffles rufus1 rugby1 ruger rugger rugrat rugrats
    rulez rulezzz rumble runaway rundmc runescape runner rush2112 rushmore ruslan russell1
    russellville russia russian7 rustam rusty1 rusty2 rustydog ryjgrf s12345 s123456 s8ylpe9jdpvym
    saab900 saab9000 sabaka sabbath sabian sabine sable sable1 sabre sabres sabrin sabrina1
    saccharomyces sachin sachsenhausen sadie1 safari safeguarding safeway saffron sahara saibaba
    saigon sailboat sailfish sailing sailor sailor1 saints sairam saiyan sakura salamander
    salamandra salami salasana saleen sallas sally1 salman salmon salomon salope salsero saltydog
    salvator sam123 samadams samanta samanth samantha samantha1 samba sambo samdog samhain samiam
    samir samm sammi sammy1 sammy123 sammydog sammys samoht sampson1 samson samson1 samsun samsung
    samsung1 samtgemeinde samtron samue samuel1 samurai sanane sancho sanctification sandeep
    sandiego sandman sandman1 sandr sandra1 sandrine sandro sandy1 sandydog sandys sanfran
    sanfrancisco sanity sanity72 sanjay sanjose santacru santafe santiag santino saopaulo saphire
    sapper sapphic sapphire sarah1 sarajevo saratoga saratov sarcastically sascha sasha1 sasha123
    sasha_007 sashka saskatchewan saskia sassie sassy sassy1 sasuke satan satan1 satan666 satana
    satanas satchel satchmo satellit satisfactorily satisfactory sativa satori satriani saturn
    saturn1 saun saun24865709 sauron sausage sausages savior sawdust saxman saxophon saxophonists
    sayang scamper scandinavian scandinavians scania scanner scarab scarface scarlet sceptre
    schaffhausen schalke schastie schatzi scheisse schembechler schizophrenia schlumberger schnuffi
    scholarships school1 schoolchildren schoolgirlie schoolmaster schoolteacher schopenhauer schule
    schumi schwanz schwarzenberg schwarzenegger schwarzschild schwinn scientifically scientologists
    scirocco scoobie scooby scooby1 scoobydo scoobydoo scoote scooter scooter1 scorpi scorpio
    scorpio1 scorpion scorpions scotch scotland scott1 scotts scottt scotty scout scout1 scrabble
    scrapper scrappy scream screamer screenwriter screenwriters screenwriting screwy screwyou
    scriptwriter scrooge scrotum scruffy scruffy1 scuba scuba1 scully sdf7asdf6asdg8df seabass
    seabee seadog seadoo seagull seahawk seahawks seahorse sealteam seamus searay searcher
    searchlights seaside seattle seattle1 seaweed seawolf sebastia sebastian106 sebastie sebora
    sebring secessionist secre secret secret1 sectarianism secularization secunderabad security
    sedimentation sedona seductive seeker seemnemaailm segblue2 segmentation segregationist segreto
    seinfeld sekret select selmer semantically semicircular semiconductor semiconductors
    semifinalist semifinalists seminole semper semperfi senators seneca seng seniseviyorum senna
    sensei sensibilities sensitivities sentinel sentra sentry sephirot sephiroth septembe
    sequentially sequestration seraphim serega seren serenity sergbest serge sergei sergej sergey
    sergi serialization serpent sersolution server service1 sesame sesquicentennial sestra seven7
    seven77 sevenof9 sevens severin seville seviyi sex123 sex4me sex69 sexgod sexman sexo sexpot
    sexsex sexsexse sextoy sexual sexx sexxx sexxxx sexxxy sexxy sexy sexy1 sexy12 sexy123 sexy69
    sexyass sexybabe sexybitch sexyboy sexygirl sexylady sexymama sexyman sexyme sexyone sexyred
    sf49ers sfgiants shabba shado shadow shadow01 shadow1 shadow11 shadow12 shadow13 shadow2 shady
    shady1 shag shaggy shai shaker shakespearean shakur shalom shaman shamil shampoo shamrock shamus
    shandy shane1 shaney14 shang shania shanno shannon1 shanny shao shaolin sharecroppers
    shareholders shareholding shark shark1 sharks sharky sharon1 sharpie sharpshooter shasta shaved
    shawn1 shazam sheba1 sheeba sheepdog shei shelby shelby1 sheltie shemale shen sheng sherlock
    shevardnadze shevchenko shibby shibumi shifty shijiazhuang shiloh shimano shimmer shiner
    shinigami shinji shinobi shipbuilders shipbuilding shiraz shitface shitfuck shithead shitter
    shitty shiznit shocker shodan shogun shojou shonuf shooter shooter1 shopper shorty shostakovich
    shotgun shotokan shou showboat showme showtime shredder shrike shroom shuai shuan shuang shui
    shun shuo shurik shutup shyguy sickboy sidekick sidewind siemens sienna sierra sierra1 sigma
    sigma1 sigmachi sigmar significance significantly silly1 silmarillion silve silver silver1
    silverad silverado silvi simba simba1 simcity similarities simon1 simple simple1 simplification
    simpson1 simpsons simulcasting simultaneous simultaneously sinatra sinbad sincity sinful
    singapor singaporeans singer/guitarist singer/songwriter single1 singularities sinister sinjin
    sinned sinner sirius sissy sithlord sixers sixpack sixty9 sixtynin sixtynine sizzle sk8ordie
    sk8ter skate skateboa skateboard skateboarder skateboarders skateboarding skater skazka skeeter
    skeeter1 skibum skidoo skiing skillet skillz skinhead skinny skins skipper skipper1 skippy
    skippy1 skittles skolko skorpion skulls skunk skydive skydiver skyhawk skylar skylark skyler
    skyline skyline1 skynet skywalke skywalker slacker slainte slamdunk slammer slapnuts slapper
    slappy slapshot slasher slava slave slave1 slaveholders slavik slayer slayer1 slayer666 sleeper
    sleepy slicer slick slick1 slider slim slimjim slimshad slimshady slinky slipkno slipknot
    slipper slippery slippy sliver slonik slowhand slugger sluggo slut slut69 sluts sluttey slutty
    smackdow smackdown smallholders smallville smart1 smartass smarty smashing smeghead smegma
    smeller smelly smile1 smiles smiley smirnoff smirnov smirnova smith1 smiths smithy smitty smoke
    smoke1 smoke420 smokedog smoker smokes smokey smokey1 smokie smokin smooch smooth smooth1
    smoothie smother smudge smuggles smurf smut smutty snafu snake snake1 snakeman snakes snapon
    snapper snapple snappy snapshot snatch sneaker sneakers sneaky snicker snickers sniffer snikers
    sniper sniper1 snoogans snooker snookie snoop snoopdog snoopdogg snoopy snoopy1 snowball
    snowbird snowboar snowboard snowboarding snowdog snowflak snowflake snowman snowman1 snowy
    snuffy snuggle snuggles sobaka sober1 sobriety socce soccer soccer1 soccer10 soccer11 soccer12
    soccer13 soccer2 socialization sociocultural socioeconomic sociological sociologists
    sociopolitical socrate socrates sodapop sodermanland sofiya softail softball softtail software
    sojdlg123aljg sokolov sokolova solace solaris soldat soldier soleda soleil solidsnake solitude
    solnce solnishko solrac solzhenitsyn somanypickles27 sommer sonata songbird songoku sonic sonic1
    sonics sonne sonnenschein sonny1 sonoma sonora sony sonyericsson sonyfuck sonyvaio sooners
    sooners1 sophi sophie sophie1 soprano sopranos sosiska soso123aljg soulfly soulmate sound1
    southeasterly southeastern southeastward southernmost southpar southpark southpaw southsid
    southside southwesterly southwestern southwestward sowhat space1 spaceman spade1 spam spaniel
    spank spanker spanking spankme spanky spanky1 spanner sparhawk sparkey sparkle sparkles sparky
    sparky1 sparta spartacu spartak spartan spartan1 spartan117 spartans sparty spawn speaker
    spearheading special1 specialinsta specialisation specialising specialities specialization
    specializations specializing specialk specifically specification specifications spectre
    spectrograph spectrometer spectrometry spectroscopic spectroscopy spectrum speculations
    speechwriter speed1 speedo speedy speedy1 spencer1 sperma sphinx spice spice1 spide spider
    spider1 spiderma spiderman spiderman1 spidey spiffy spike spike1 spiker spikes spikey spinner
    spiral spirit spiritualism spiritualist spirituality spitfire splash splatter spleen spliff
    splinter splurge spock spock1 spokesperson sponge spongebo spongebob sponsorships spooge spook
    spooky spoons sporadically sport1 sports1 sportscaster sportscenter sportsperson sportswriter
    sportswriters sporty spotsylvania spotty spring spring/summer sprint sprinter sprite sprocket
    sprout spud spunk spunky spurs spurs1 sputnik sputnikmusic spyder sqdwfe squall squash squeak
    squerting squid squirrel squirt squirts srinivas st0n3 stabilisation stabilization staffordshire
    staind stakeholders stalin stalker stallion stamford stampede standardisation standardised
    standardization standardized standardizing standby stang stanislav stanley1 staphylococcus star
    star1 star12 star123 star69 starbuck starbucks starcraf starcraft stardust starfire starfish
    starfox stargate starligh starlight starlite starman starship starsky start1 start123 starter
    startfinding startrek starwar starwars starwars1 starwarsfan10 stasik state-of-the-art static
    statistically statistician statisticians stauffenberg stayout stealth steaua steel1 steeler
    steelers steelhea steelworkers steeplechase stefangreil1983 stefano steffi stella1 stellar
    stellenbosch stepan stepchildren steph stephani stephen1 stephy stereo stereochemistry
    stereophonic stereoscopic stereotypical sterilization sterlin sterva steubenville steve1
    steve123 steven1 steveo steves stewart1 stickdaddy77 stickman sticks sticky stiffy stigmata
    stiletto stimpy sting sting1 stinger stinger1 stingray stinker stinky stinky1 stinkyfinger
    stipulations stirlingshire stitch stocking stocks stoichiometric stone1 stone55 stonecol
    stonecold stoned stones stonewal stoney stooge stooges stopit stoppedby storm storm1 stormy
    storys storytellers storytelling stradivarius strange1 stranger strannik strap strat
    strategically stratfor stratification stratigraphic stratigraphy strato stratocaster
    stratosphere stratovolcano stratus strawber strawberry streaming streamlining strelok
    strengthened strengthening streptococcus streptomyces strider strife strike striker stripe
    striper stripper stroker stroller structuralism structuralist structurally stryker stubby stud
    studly studman stuffer stumpy stunner stupid stupid1 stylistically stylus suan subantarctic
    subaru subcarpathian subcommittee subcommittees subcontinent subcontractor subcontractors
    subcutaneous subdistricts subdivisions subjectively subjectivity sublime sublime1 submarin
    submit subordinated subordinates subordination subprefecture subscription subscriptions
    subsequently subsidiaries substantially substituents substituting substitution substitutions
    substructure subterranean subway subzero succes success success1 successfully successively suck
    suckcock suckdick sucker suckers suckit suckme suckmydick sucks sudamericana suede sufficiently
    sugar sugar1 sugars suikoden sukebe sully sultan summe summer summer01 summer1 summer12 summer69
    summer99 summerti summertime summit sunbeam sunbird sundance sunday sunderla sundevil sundown
    sunfire sunflowe sunflower sunkist sunlight sunny1 sunnyday sunrise sunset sunshin sunshine
    sunshine1 suntzu super super1 super12 super123 superannuation superb superbow supercharged
    supercharger supercomputer supercomputers supercomputing superconducting superconductivity
    superconductor superconductors supercontinent supercritical superficially superfly superfortress
    superimposed superintendent superintendents superma superman superman1 supermarkets supernatural
    supernov supernova supernumerary superposition supers supersonic superspeedway supersta
    superstar superstructure supersymmetry supervillain supplemental supplementary supplementation
    supplemented supplementing supra supranational surf surfer surfer1 surfing surfsup surrealistic
    surreptitiously surroundings surveyor survivability survivor susan1 susceptibility sushi sushi1
    susieq suslik sustainability suzuki sverige sveta svetik svetka svetlana svoboda swallow
    swallows swaminarayan swampy swanky swatch swede sweeps sweet1 sweet16 sweetass sweethea
    sweetnes sweetness sweetpea sweets sweety swietokrzyskie swifty swimmer swimming swinger
    swingers swinging swoosh sword swordfis swordfish swords swordsmanship sydney sydney1 sylveste
    symbolically symmetrically sympathetically sympathisers sympathizers synchronised
    synchronization synchronized syncmaster synergy synthesizers synthesizing syracuse syrinx
    system1 systematically systemofadown syzygy tabasco tacit taco tacobell tacoma tadpole taekwondo
    taffy tahiti tahoe taichi tailgate taipan takamine takashi talgat talisman talon tamerlan tammy1
    tampabay tamuna tanechka tangerin tango tango1 tanker tantra tanya1 tarakan tarantul tardis
    target tarheel tarheels tarpon tartan tarzan tasha1 tashkent tasty tatarin tater tatjana tattoo
    tatyana taurus taxman taylo taylor1 tazman tazmania tazz tbird tbone tdutybq tdutybz teabag
    teacher teacher1 teamwork teapot teaser technics techno technological technologies technologist
    technologists tecumseh teddy1 teddybea teddybear teejay teen teenie teens teensex tekken
    telecast telechargement telecom telecommunication telecommunications telefon telephon televizor
    temp temp123 temperaments temperatures tempest templar temppass temppassword temptress tenchi
    tenebrionoidea tenerife teng tennesse tennis tennis1 tenochtitlan tequier tequiero tequila
    terefon teres terminat terminator termite terran terrapin terrier terriers terror terry1 test
    test1 test11 test12 test123 test1234 test2 teste tester testibil testimonials testing testing1
    testpass tetris tetsuo teufel texaco texans texas1 texass thailand thanatos thankyou thanos
    thatsme theatrically thebear thebeast thebest theboss theboys thecakeisalie thecat theclash
    thecrow thecure thedog thedon thedoors thedude theduke theedge theend theflash theforce thegame
    thegreat thekid theking thelast1 theman theman1 thematically thematri thematrix theologically
    theone theoretician theosophical therapeutics theresienstadt thermodynamic thermodynamics
    thermoelectric thermometers thermoplastic therock therock1 thesaint theshit thesims thessalonica
    thessaloniki thething thetruth thewall thewho theworld thierry thinker thinkpad thirteen
    thiruvananthapuram thisisit thissuck thistle thoma thomas1 thomas12 thong thongs thor
    thoroughbred thoroughbreds thoroughfare thoroughfares thorsten thrawn three-and-a-half threesom
    thuglife thumbnils thumbs thumper thumper1 thunder thunder1 thunderb thunderbird thunderbirds
    thunderbolts thunderstorms thx1138 tiamat tian tiao tiberian tiberius tiburon tical ticketmaster
    tickle tickler tickling ticklish ticktock tictac tiffan tiffany1 tiger tiger1 tiger123 tiger2
    tiger7 tigercat tigers tigers1 tigge tigger tigger01 tigger1 tigger12 tigger2 tights tigre
    tigress tim123 timber timberwolves timelord timeout timmy1 timosha timothy1 timoxa94 timur ting
    tinker tinker1 tinkerbe tinkerbell tinman tintin tipper tippy tiptop tiruchirappalli titan
    titan1 titanic titanic1 titanium titans titfuck tities titleholders titleist titlover titman
    tits titten titties titts titty tittys tkbpfdtnf tkfkdg tkfkdgo toaster toasty tobydog today1
    toejam toffee toggle tokiohotel tolkien tom123 tomahawk tomate tomato tomboy tomcat tommy1
    tommyboy tomorrowland tomservo tonka tonto tony1 tonyhawk toocool toohot tookie toolbox toolman
    tooltime toomuch toon toonarmy toonces toons tootie tootsie topaz topcat topdog topgun tophat
    topher topographical topolino topologically topper topsecre topsecret topspin toriamos torino
    tornado toronto torrent tortoise tortuga toshiba toshiba1 tosser total12scherz totalitarian
    totalitarianism totoro tottenha tottenham touchdow toulouse toyota toyota1 tracer tracker
    tracklisting tractor tracy1 trader trader12 traditionalist traditionalists traditionally
    trailers trainer trajectories traktor tralala trample trance tranny tranquillity transactional
    transactions transam transatlantic transcaucasia transcaucasian transcendence transcendental
    transcending transcontinental transcription transcriptional transcriptions transduction
    transexual transferable transferases transferring transfiguration transfor transformation
    transformational transformations transformative transformers transforming transitional
    transitioned transitioning translational translations translator transliterated transliteration
    translocation transmembrane transmission transmissions transmitters transmitting transmutation
    transnational transnistria transparency transplantation transplanted transponders transportable
    transportation transporters transporting transposition transshipment transversely transylvania
    transylvanian trapper travel traveler travis1 treasure treble trebor treefrog treetop trek
    trekker trfnthbyf triangle triangulation tricky trident trigger triglycerides trigonometric
    trigun trinitro trinitron trinity trinity1 triphosphate tripleh triplets triplex tripod
    tripolitania tripper tristan1 tristar triton triumph triumphantly trivia trixie trojan trojans
    trojans1 troll trolleybuses trombone trooper trooper1 trouble trouble1 trousers trout1 truck
    truck1 trucker trucker1 truckin trucking trucks trueblue truelove truffles trumpet trumpet1
    trunks trust1 trustme trustn01 trustno trustno1 truthfulness tryagain tsunami tuberculosis
    tuborg tucker1 tucson tuesday tuffy tugboat tujhrf tulane tulip tulips tunafish tundra tuning
    tupac turbo turbo1 turbocharged turbocharger turbos turk182 turkey turkey50 turkmenistan turnip
    turtle turtle1 turtles tuscl tuxedo tweety twiggy twilight twinkie twinkle twins2 twisted
    twister twiztid two-and-a-half twodogs twostep tycoon tyler1 tylers typhoon typographical
    tyrannosaurus tyrant tyson1 ub6ib9 ubnfhf udacha ufhvjybz ufkbyf uhbujhbq ultima ultimate ultra
    ultraman ultras umbrella umpire unaccompanied unaffiliated unambiguously unapologetic
    unauthorised unavailability uncencored uncertainties unclassified uncompressed uncompromising
    unconstitutional uncontrolled unconventional unconvincing uncultivated undead undemocratic
    undercarriage underdeveloped underdog undergraduate undergraduates underpinning underpinnings
    underpowered underrepresented undersecretary understandings undertak undertaker undertakings
    undertow underwriters underwriting undesignated undetermined undifferentiated undistinguished
    undocumented unemployment unenforceable unexpectedly unfavourable unicorn unicorn1
    unidirectional unilaterally unimpressive unincorporated uninhabitable uninterested united1
    universa universalism universalist universality universi universidade universitaria
    universitario universitatea universiteit universities unobstructed unofficially unpopularity
    unprecedented unproductive unprofitable unquestionably unreal unrecognized unregistered
    unreliability unrestrained unrestricted unsatisfactory unscientific unstructured unsuccessful
    unsuccessfully unsurprisingly unsustainable unwillingness uptown upyours uranus urbanisation
    urbanization urlaub ursitesux usa123 usarmy user345 username usmarine usmc usmc0311 usnavy
    usuckballz1 utahjazz utilitarianism utjhubq utopia uzumymw vacation vaccinations vader vader1
    vadim vadimka vagabond vagina valdepen valenciennes valentin valentina valera valeriya valhalla
    valkyrie valleywa vampir vampire vampire1 vampyre vancouve vandal vaness vanessa1 vangogh
    vanguard vanhalen vanilla vantage vanyarespekt varvara vaseline vasilisa vasiliy vauxhall
    vbhevbh vbienrf vbifyz vbkfirf vbkfyf vector vectra vedder vegas1 vegas123 vegeta vegetarianism
    vegita vegitta vegitto vehpbr veikkausliiga velvet vendetta venera venezuel venkateswara venom
    vepsrf verbandsgemeinde verbandsliga verbatim vergeten verification veritas verizon vermont
    veronic veronika versace vertigo verwaltungsgemeinschaft verygood vesper veterinarians vette
    vette1 vfcnth vfczyz vfhbirf vfhbyf vfhbyfvfhbyf vfhbyjxrf vfhbyrf vfhecz vfhnsirf vfhufhbnf
    vfhujif vfibyf vfitymrf vfkbyf vfksirf vflfufcrfh vfnbkmlf vfndtq vfntvfnbrf vfpfafrf vfr750
    vfrcbv vfrcbvrf vfrcbvvfrcbv vfvekz vfvfgfgf vfvfvskfhfve vfvjxrf vfylfhby vgirl vh5150 viagra
    vibrate vicecity victimization victo victor1 victori victory victory1 video1 videoes vides
    viewsoni viewsonic vijayanagara viking viking1 vikings vikings1 vikramaditya viktor viktoria
    viktoriya vincen vincent1 vintage violator violetta violin viper viper1 viper123 vipergts vipers
    virago virgin virgini virginie virgo virtualization visa visakhapatnam vision visualization
    vitalik vitaliy vitamin viticultural vitor1268123 vittorio vivaldi vivid vivitron vixen
    vizianagaram vjcrdf vjkjrj vjqgfhjkm vkontakte vlad vladik vladimir vladimirovich vladimirovna
    vladislav vladvlad vocabularies vocalization vocalizations vodafone voiture voland volcom
    volkodav volkov volkova volkswag volkswagen volley volleyba volodin volodya voltron volunteerism
    volvo volvo1 voodoo voodoo1 vorlon vorona vortex vostok voyager voyager1 voyeur vqsablpzla
    vsegda vsjasnel12 vthctltc vtldtlm vulcan vulnerabilities vulva vwgolf w00t88 w_pass wachtwoord
    waffenss waffle wahoo wakeup waldo1 walker1 walleye wally1 walmart walnut walrus walter1
    wanderer wanker wanking wannabe wanrltw wapapapa wapbbs warcraft warcraft3 wareagle warehous
    warez warhamme warhammer warhammer40k warlock warlord warrior warrior1 warriors warthog
    warwickshire wasabi wasdwasd washingt wasser wassup watashi watcher water1 waterboy watercolours
    watercourses waterfal waterloo watermelon waterpolo waterski watford wavefunction wayer wayne1
    wazzkaprivet wazzup wdtnjr wdtnjxtr weare138 weasel weatherboard weatherfield webcam webhompas
    webmaste webmaster websol76 websolutions websolutionssu webuivalidat wednesda weed weed420
    weenie weezer weightlifter weightlifting weihnachtsbau weihnachtsbaum welcom welcome welcome1
    welcome123 welcome2 welder welkom wellhung wellingborough wellingt welterweight wendy1 wendys
    weng werder werdna werewolf weronika1992 werter wertzu westham westham1 westie westinghouse
    westlife westside westwood wethersfield wetpussy wetter wg8e3wjf whaler whales whateve whatever
    whatever1 whatsup whatthe whatup wheels whiplash whiskers whiskey whisky whisper whistleblower
    whistleblowers whistler white1 whiteboy whiteout whitesox whitey whoami whocares whodat whoknows
    whoopass whopper whore whores whosyourdaddy whynot wibble wiccan wicked wicked1 wicketkeeper
    widget wielkopolska wielkopolski wifes wifey wiggles wildbill wildcard wildcat wildcat1 wildcats
    wildfire wildman wildone wildwood wilhelmshaven willem willi william1 william2 williamsburg
    williamsport williamstown willie1 willow willow1 willy1 wilso winchest windmill windows windows1
    windsor windsurf wingchun wingman wingnut wingzero winner winner1 winston winston1 winter
    winter1 winter12 winter99 winterbottom wisconsi wisdom wiseguy wishbone wittgenstein
    witwatersrand wizard wizard1 wizards wizzard wobble wolf359 wolfen wolfenbuttel wolfgang wolfie
    wolfman wolfpac wolfpack wollstonecraft wolverhampton wolverin wolverine wolves wolvie womam
    womans wombat wonderboy wonderfu wonton woodie woodland woodstoc woodstock woodwork woody woody1
    woofer woofwoof woohoo wookie worcestershire wordpass wordup workstations world1 worldcup wormix
    wowser wp2003wp wraith wrangler wrench wrestle wrestlemania wrestlin wrinkle1 wrinkles
    writer/director wsxedc wsxqaz wsxzaq wutang www123 wxcvbn wysiwyg wyvern x72jhhu3z xanadu xantia
    xantria10315 xavier xavier1 xbox360 xerxes xfiles xian xiang xing xrated xterra xtreme
    xtseo2011tdx xxx123 xxx666 xxx777 xxxp455w0rd5 xxxpass xxxxx1 xxxxxx1 xxxzzz xyz123 xyzzy yahweh
    yamaha yamaha1 yamahar1 yamahar6 yamato yandi20080527 yankee yankee1 yankees yankees1 yankees2
    yanks yanks1 yaroslav ybrbnf ybrbnjc ybrjkfq yeahbaby year2005 yekaterinburg yello yellow
    yellow1 yemi19900911 yeshua yessir yesterda yfafyz yfcntyf yfcntymrf yfdbufnjh10305070 yfhenj
    yfnfif yfnfirf yfnfitymrf yfnfkb yfnfkbz yfnfkmz yinyang yitbos yjdsqgfhjkm yngwie yoda yogibear
    yomama yorkie yorktown yosemite yoshi youandme youknow young1 yourmama yourmom yousuck yoyoma
    ytngfhjkz ytrewq ytrhjvfyn ytyfdbcnm yugioh yuliya yummy yyyyyy1 yzerman z12345 z123456 z1x2c3
    z1x2c3v4 z1x2c3v4b5 z1x2c3v4b5n6m7 zachary1 zalupa zamboni zang zanzibar zaphod zappa zappa1
    zapper zaq123 zaq12345 zaq12wsx zaq1xsw2 zaq1xsw2cde3 zaqwsx zaqwsxcde zaqwsxcderfv zaqxsw
    zaqxswcde zaraza zardoz zarina zasada zaxscd zcfvfzkexifz zcxfcnkbdf zealots zebra zebras zelda1
    zeng zenith zephyr zeppelin zerocool zeus zhai zhao zhei zheng zhenya zhjckfd zhong zhou zhuai
    zhuan zhuang zhui zhun zhuo zidane ziggy ziggy1 zigzag zildjian zinger zipper zippo zippy zippy1
    zmx870919123 zodiac zoloto zolushka zombie zong zoomer zooropa zoroastrianism zoroastrians zorro
    zorro1 zqjphsyf6ctifgu zuan zulu zvezda zxasqw zxasqw12 zxc123 zxcasd zxcasdqwe zxcasdqwe123
    zxccxz zxcv123 zxcv1234 zxcvasdf zxcvb1 zxcvb123 zxcvb12345 zxcvbn zxcvbn1 zxcvbn123456 zxcvbnm
    zxcvbnm1 zxcvbnm123 zxcvbnm123456789 zxcvvcxz zydfhm zyjxrf zz8807zpl zztop zzxxcc zzz111 zzz123
    zzzxxx zzzzz1 zzzzzz1
    """#
}
