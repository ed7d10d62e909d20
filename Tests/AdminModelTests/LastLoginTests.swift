import AdminProtos
import Store
import Testing

@testable import AdminModel

@Suite("The last login")
struct LastLoginTests {
  let fixture: AuthFixture
  private let acme: String
  private let jane: String

  init() async throws {
    fixture = try AuthFixture()
    acme = try await fixture.claim().organizationId
    jane = try await fixture.person("jane@x.org", in: acme)
  }

  private func user() throws -> User {
    let request = GetUserRequest(organizationId: acme, id: jane)
    return try fixture.store.read { tx in try Members.get(request, by: .unlimited, in: tx) }
  }

  @Test(
    "A member shows the last login from anywhere, and the etag stays", arguments: ["", "192.0.2.1"])
  func shown(peer: String) async throws {
    let before = try user()
    #expect(before.lastLoginAt == nil)
    try await fixture.logIn("jane@x.org", from: peer)
    fixture.pass(seconds: 60)
    let last = fixture.now
    try await fixture.logIn("jane@x.org", from: peer)
    fixture.pass(seconds: 60)
    await fixture.guess("jane@x.org", from: peer)
    #expect(try user().lastLoginAt == last)
    #expect(try user().etag == before.etag)
  }

  @Test("With the account, the last login is forgotten")
  func forgotten() async throws {
    try await fixture.logIn("jane@x.org")
    try await fixture.remove(jane, of: acme)
    try await fixture.person("jane@x.org", in: acme)
    #expect(try user().lastLoginAt == nil)
  }
}
