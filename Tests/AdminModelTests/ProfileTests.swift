import AdminProtos
import IPCProtos
import Store
import Testing

@testable import AdminModel

@Suite("Profiles")
struct ProfileTests {
  let fixture: AuthFixture
  private let user: String

  init() async throws {
    fixture = try AuthFixture()
    user = try await fixture.claim().userId
  }

  private var access: Access { Access(of: IPCPrincipal(kind: .user, id: user)) }

  private func update(_ request: UpdateProfileRequest, by access: Access) async throws -> Profile {
    try await fixture.write { tx in try Users.updateProfile(request, by: access, in: &tx) }
  }

  @Test("A user changes the fields that are given, and takes a choice back with an empty text")
  func update() async throws {
    let first = try await update(
      UpdateProfileRequest(language: "ja", timeZone: "Asia/Tokyo", theme: "dark"), by: access)
    #expect(
      first == Profile(name: "Ada", language: "ja", timeZone: "Asia/Tokyo", theme: "dark"))
    let second = try await update(UpdateProfileRequest(name: "Ada L.", language: ""), by: access)
    #expect(second == Profile(name: "Ada L.", timeZone: "Asia/Tokyo", theme: "dark"))
    let identity = try fixture.store.read { tx in try Identities.get(access, in: tx) }
    #expect(identity.profile == second)
    #expect(identity.name == "Ada L.")
    let events = try fixture.actions().count
    _ = try await update(UpdateProfileRequest(name: "Ada L."), by: access)
    #expect(try fixture.actions().count == events)
  }

  @Test("Only a user has a profile")
  func others() async throws {
    for kind in [IPCPrincipal.Kind.operator, .adminKey, .plugin] {
      let access = Access(of: IPCPrincipal(kind: kind, id: user))
      let reason = await refusal {
        try await update(UpdateProfileRequest(name: "X"), by: access)
      }
      #expect(reason == "PERMISSION_DENIED")
    }
    let identity = try fixture.store.read { tx in
      try Identities.get(AuthFixture.operatorAccess, in: tx)
    }
    #expect(identity.profile == nil)
  }

  @Test("A profile that breaks several rules is refused with all of them")
  func invalid() async throws {
    let error = await #expect(throws: AdminError.self) {
      try await update(
        UpdateProfileRequest(name: " ", language: "j", timeZone: "../etc", theme: "blue"),
        by: access)
    }
    #expect(
      violations(of: error) == [
        "name": "REQUIRED", "language": "MALFORMED_LANGUAGE", "time_zone": "MALFORMED_TIME_ZONE",
        "theme": "UNKNOWN_THEME",
      ])
  }

  @Test(
    "A well-formed language tag is accepted",
    arguments: [
      "ja", "EN", "en-GB", "zh-Hant-TW", "zh-cmn-Hans-CN", "es-419", "de-1996", "sl-rozaj-biske",
      "de-CH-1901", "sl-Latn-IT-nedis", "en-a-bbb-x-a-ccc", "x-whatever", "hy-Latn-IT-arevela",
      "en-u-ca-gregory", "aaaaaaaa",
    ])
  func language(tag: String) { #expect(LanguageTag.isWellFormed(tag)) }

  @Test(
    "A malformed language tag is refused",
    arguments: [
      "", "j", "-", "ja-", "-ja", "ja--JP", "ja_JP", "日本", "419", "a-DE", "en-u", "x", "en-x",
      "de-419-DE", "de-419-DE-abcde", "abcdefghi", "en-GB-a", "en\u{0}", "ja JP", "en-us-12",
      "en-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd",
    ])
  func noLanguage(tag: String) { #expect(!LanguageTag.isWellFormed(tag)) }

  @Test(
    "A name in the form of the time zone database is accepted",
    arguments: [
      "UTC", "Asia/Tokyo", "America/Argentina/Buenos_Aires", "Etc/GMT+9", "EST5EDT",
      "America/Port-au-Prince", "America/Argentina/ComodRivadavia",
    ])
  func zone(name: String) { #expect(TimeZoneName.isWellFormed(name)) }

  @Test(
    "A name in another form is refused as a time zone",
    arguments: [
      "", "/", "Asia/", "/Tokyo", "Asia//Tokyo", "../etc", "Asia/..", "+09:00", "9", "Asia/東京",
      "Asia Tokyo", "a/b/c/d", "Averyveryverylong",
    ])
  func noZone(name: String) { #expect(!TimeZoneName.isWellFormed(name)) }
}
