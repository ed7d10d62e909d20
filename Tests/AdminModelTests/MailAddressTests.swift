import Status
import Testing

@testable import AdminModel

@Suite("Mail addresses")
struct MailAddressTests {
  private func check(_ typed: String) -> (address: MailAddress, reasons: [String]) {
    var violations = Violations()
    let address = violations.checkAddress(typed)
    return (address, violations.found.map(\.reason))
  }

  @Test("An address is kept as typed, without the spaces around it")
  func kept() {
    let (address, reasons) = check(" \tJane@Example.com\n")
    #expect(address.text == "Jane@Example.com")
    #expect(reasons.isEmpty)
  }

  @Test(
    "Addresses that differ only in case, composition or width of letters are equal",
    arguments: [
      ("Jané@Example.com", "jANÉ@example.COM"), ("j\u{E4}ne@x.org", "ja\u{308}ne@x.org"),
      ("J\u{C4}NE@x.org", "ja\u{308}ne@x.org"), ("KAI@x.org", "kai@x.org"),
      ("ｊａｎｅ＠ｘ．ｏｒｇ", "jane@x.org"), ("STRAẞE@x.org", "straße@x.org"),
      ("İda@x.org", "i\u{307}da@x.org"), ("\u{1112}\u{1161}\u{11AB}@x.org", "한@x.org"),
      ("a@MÜNCHEN.de", "a@xn--mnchen-3ya.de"), ("a@mu\u{308}nchen.de", "a@XN--MNCHEN-3YA.de"),
      ("ΝΊΚΟΣ@x.org", "νίκοσ@x.org"),
    ])
  func same(one: String, other: String) {
    #expect(check(one).reasons.isEmpty && check(other).reasons.isEmpty)
    #expect(check(one).address == check(other).address)
    #expect(check(one).address.folded.utf8.elementsEqual(check(other).address.folded.utf8))
  }

  @Test(
    "Addresses with letters that only look alike, or fold alike in full folding, are different",
    arguments: [
      ("jane@example.com", "jane@example.org"), ("strasse@x.org", "straße@x.org"),
      ("ida@x.org", "ıda@x.org"), ("ida@x.org", "İda@x.org"), ("jane@x.org", "j\u{430}ne@x.org"),
      ("a@straße.de", "a@strasse.de"), ("jane@x.org", "jäne@x.org"),
    ])
  func different(one: String, other: String) {
    #expect(check(one).reasons.isEmpty && check(other).reasons.isEmpty)
    #expect(check(one).address != check(other).address)
  }

  @Test(
    "An address with a character that can't be seen, or that NFKC replaces, is refused",
    arguments: [
      "\u{212A}ai@x.org", "ai@\u{212A}.org", "\u{212B}sa@x.org", "\u{2126}@x.org",
      "\u{FB01}n@x.org", "a\u{17F}k@x.org", "\u{2167}@x.org", "\u{1D400}da@x.org",
      "\u{24D0}da@x.org", "jane\u{B2}@x.org", "\u{F900}@x.org", "\u{FF76}@x.org", "\u{3F4}@x.org",
      "ja\u{200B}ne@x.org", "ja\u{202E}ne@x.org", "ja\u{AD}ne@x.org", "ja\u{2066}ne@x.org",
      "ja\u{FE0F}ne@x.org", "\u{115F}@x.org", "jane@x\u{3002}org", "ja\u{A0}ne@x.org",
      "ja\u{85}ne@x.org", "a\u{E000}@x.org", "😀@x.org", "\u{1112}@x.org", "jane@x.o\u{2024}rg",
      "a\u{640}b@x.org", "jane\u{20D2}@x.org", "\u{1D165}@x.org",
    ])
  func forbidden(typed: String) {
    #expect(check(typed).reasons == ["FORBIDDEN_CHARACTER"])
  }

  @Test("The refusal of an address names the character, since it may look like another")
  func named() {
    var violations = Violations()
    _ = violations.checkAddress("\u{212A}ai@x.org")
    #expect(violations.found.first?.message.contains("U+212A") == true)
  }

  @Test(
    "Lists compare an address without the tag after its plus sign",
    arguments: [
      ("Jane+Hiring@x.org", "jane@x.org"), ("jane@x.org", "jane@x.org"),
      ("a+b+c@x.org", "a@x.org"), ("+b@x.org", "+b@x.org"),
    ])
  func untagged(typed: String, bare: String) {
    #expect(check(typed).address.untagged == bare)
  }

  @Test(
    "A malformed address is refused",
    arguments: [
      ("", "REQUIRED"), ("  ", "REQUIRED"), ("jane", "MALFORMED_ADDRESS"),
      ("@example.com", "MALFORMED_ADDRESS"), ("jane@", "MALFORMED_ADDRESS"),
      ("a@b@c", "MALFORMED_ADDRESS"), ("ja ne@x.org", "MALFORMED_ADDRESS"),
      ("ja\u{7}ne@x.org", "MALFORMED_ADDRESS"), ("\"ja\"@x.org", "MALFORMED_ADDRESS"),
      ("Jane <jane@x.org>", "MALFORMED_ADDRESS"), ("a,b@x.org", "MALFORMED_ADDRESS"),
      ("jane@\u{308}x.org", "MALFORMED_ADDRESS"), ("\u{308}jane@x.org", "MALFORMED_ADDRESS"),
      ("jane@x.org.", "MALFORMED_ADDRESS"), ("jane@x..org", "MALFORMED_ADDRESS"),
      ("jane@-x.org", "MALFORMED_ADDRESS"), ("jane@x_y.org", "MALFORMED_ADDRESS"),
      ("jane@[127.0.0.1]", "MALFORMED_ADDRESS"), ("a@x+y.org", "MALFORMED_ADDRESS"),
      ("jane@\(String(repeating: "x", count: 64)).org", "MALFORMED_ADDRESS"),
      ("jane@\(String(repeating: "ü", count: 63)).org", "MALFORMED_ADDRESS"),
      ("j\u{5D0}ne@x.org", "MIXED_DIRECTIONS"), ("jane@\u{5D0}x.org", "MIXED_DIRECTIONS"),
      ("1\u{5D0}@x.org", "MIXED_DIRECTIONS"),
      (String(repeating: "x", count: 249) + "@x.org", "TOO_LONG"),
    ])
  func refused(typed: String, reason: String) {
    #expect(check(typed).reasons == [reason])
  }

  @Test("A part of an address may be written from right to left as a whole")
  func fromTheRight() {
    #expect(check("\u{5D0}\u{5D1}1@\u{5D2}\u{5D3}.org").reasons.isEmpty)
  }

  @Test("An address may have 254 bytes")
  func longest() {
    #expect(check(String(repeating: "x", count: 248) + "@x.org").reasons.isEmpty)
  }

  @Test(
    "A label is written in ASCII as RFC 3492 says",
    arguments: [
      ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"), ("3年b組金八先生", "3b-ww4c5e180e575a65lsy2b"),
      ("למההםפשוטלאמדבריםעברית", "4dbcagdahymbxekheh6e0a7fei0b"), ("münchen", "mnchen-3ya"),
      ("ü", "tda"),
    ])
  func punycode(label: String, ascii: String) {
    #expect(Punycode.encode(label) == ascii)
  }

  @Test("Another spelling of an address finds the same user, and a look-alike is refused")
  func oneIdentity() async throws {
    let fixture = try AuthFixture()
    try await fixture.claim(email: "k\u{E4}the@example.com")
    #expect(try await fixture.admit("KA\u{308}THE@EXAMPLE.com").user != nil)
    #expect(try await fixture.admit("kathe@example.com").user == nil)
    let refused = await refusal { try await fixture.admit("\u{212A}äthe@example.com") }
    #expect(refused == "INVALID_FIELDS")
  }
}
