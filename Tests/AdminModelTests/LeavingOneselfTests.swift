import AdminProtos
import IPCProtos
import Testing

@testable import AdminModel

@Suite("A member who leaves an organization")
struct LeavingOneselfTests {
  let fixture: AuthFixture
  private let acme: String
  private let beta: String

  init() async throws {
    fixture = try AuthFixture()
    acme = try await fixture.claim().organizationId
    beta = try await fixture.organization("Beta")
    try await fixture.person("boss@x.org", .admin, in: beta)
  }

  private func leave(_ organization: String, by access: Access) async throws -> RemoveUserResponse {
    try await fixture.write { tx in
      try Members.leave(LeaveRequest(organizationId: organization), by: access, in: &tx)
    }
  }

  @Test("A member who leaves one organization keeps the others, the password and the session")
  func one() async throws {
    try await fixture.person("jane@x.org", in: acme)
    try await fixture.join("jane@x.org", in: beta)
    let session = try await fixture.logIn("jane@x.org")
    _ = try await leave(acme, by: fixture.access(session.accessToken))
    let roles = try fixture.resolve(session.accessToken).principal.roles
    #expect(roles.map(\.organizationId) == [beta])
  }

  @Test(
    "A member who leaves their last organization loses the account until they are invited again")
  func last() async throws {
    try await fixture.person("jane@x.org", in: acme)
    let session = try await fixture.logIn("jane@x.org")
    _ = try await leave(acme, by: fixture.access(session.accessToken))
    #expect(refusal { try fixture.resolve(session.accessToken) } == "SESSION_ENDED")
    #expect(await refusal { try await fixture.logIn("jane@x.org") } == "LOGIN_FAILED")

    // Old tokens don't work again after a new invite.
    try await fixture.person("jane@x.org", in: acme)
    #expect(refusal { try fixture.resolve(session.accessToken) } == "SESSION_ENDED")
    #expect(await refusal { try await fixture.refresh(session.refreshToken) } == "SESSION_ENDED")
    let tokens = try await fixture.logIn("jane@x.org")
    #expect(throws: Never.self) { try fixture.resolve(tokens.accessToken) }
  }

  @Test("The last admin and the only member of an organization can't leave it")
  func needed() async throws {
    let ada = try await fixture.logIn().accessToken
    #expect(
      await refusal { try await leave(acme, by: fixture.access(ada)) } == "LAST_MEMBER")
    try await fixture.person("jane@x.org", in: acme)
    #expect(await refusal { try await leave(acme, by: fixture.access(ada)) } == "LAST_ADMIN")
  }

  @Test("A caller can leave only an organization that they are in, and only as a user")
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

  @Test("A user who is logged in may always act on their own account, without any role")
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
