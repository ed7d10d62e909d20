import AdminProtos
import IPC
import IPCProtos
import Testing

@testable import AdminModel

@Suite("A member who leaves by themselves")
struct LeavingOneselfTests {
  let fixture: AuthFixture
  private let acme: String
  private let beta: String

  init() async throws {
    fixture = try AuthFixture()
    acme = try await fixture.claim().organization.id
    beta = try await fixture.organization("Beta")
    try await fixture.person("boss@x.org", .admin, in: beta)
  }

  private func leave(_ organization: String, by access: Access) async throws -> Removal {
    try await fixture.write { tx in try Members.leave(organization, by: access, in: &tx) }
  }

  @Test("leaves that organization, and stays in the others with password and session")
  func one() async throws {
    try await fixture.person("jane@x.org", in: acme)
    try await fixture.join("jane@x.org", in: beta)
    let session = try await fixture.logIn("jane@x.org")
    _ = try await leave(acme, by: fixture.access(session.accessToken))
    let roles = try fixture.resolve(session.accessToken).principal.roles
    #expect(roles.map(\.organizationId) == [beta])
  }

  @Test(
    "ends the account with the last one: no session, no password, and no way back but an invite")
  func last() async throws {
    try await fixture.person("jane@x.org", in: acme)
    let session = try await fixture.logIn("jane@x.org")
    _ = try await leave(acme, by: fixture.access(session.accessToken))
    #expect(refusal { try fixture.resolve(session.accessToken) } == "SESSION_ENDED")
    #expect(await refusal { try await fixture.logIn("jane@x.org") } == "LOGIN_FAILED")

    // What was once handed out opens nothing after a new invite either.
    try await fixture.person("jane@x.org", in: acme)
    #expect(refusal { try fixture.resolve(session.accessToken) } == "SESSION_ENDED")
    #expect(await refusal { try await fixture.refresh(session.refreshToken) } == "SESSION_ENDED")
    let tokens = try await fixture.logIn("jane@x.org")
    #expect(throws: Never.self) { try fixture.resolve(tokens.accessToken) }
  }

  @Test("is refused as the last admin and as the only member, like anybody's removal")
  func needed() async throws {
    let ada = try await fixture.logIn().accessToken
    #expect(
      await refusal { try await leave(acme, by: fixture.access(ada)) } == "LAST_MEMBER")
    try await fixture.person("jane@x.org", in: acme)
    #expect(await refusal { try await leave(acme, by: fixture.access(ada)) } == "LAST_ADMIN")
  }

  @Test("leaves nothing that they aren't in, and neither does who is no person")
  func strangers() async throws {
    try await fixture.person("jane@x.org", in: acme)
    let jane = try await fixture.access(fixture.logIn("jane@x.org").accessToken)
    #expect(await refusal { try await leave(beta, by: jane) } == "ORGANIZATION_NOT_FOUND")
    #expect(
      await refusal { try await leave(beta, by: .holding(.superAdmin)) } == "ORGANIZATION_NOT_FOUND"
    )
    #expect(
      await refusal { try await leave(beta, by: AuthFixture.operatorAccess) } == "PERMISSION_DENIED"
    )
    #expect(await refusal { try await leave("x", by: jane) } == "INVALID_FIELDS")
  }

  @Test("who is signed in may always see to themselves")
  func oneself() async throws {
    try await fixture.person("jane@x.org", in: acme)
    let session = try await fixture.logIn("jane@x.org")
    #expect(try fixture.resolve(session.accessToken).permissions?.contains("auth.self") == true)
    let bare = Credentials.Holder(
      principal: IPCPrincipal(kind: .user, id: "user_1"), expiresAt: nil, dependsOn: [],
      passwordShownAt: nil)
    #expect(bare.permissions == ["auth.self"])
    let key = Credentials.Holder(
      principal: IPCPrincipal(kind: .adminKey, id: "k"), expiresAt: nil, dependsOn: [],
      passwordShownAt: nil)
    #expect(key.permissions == [])
  }
}
