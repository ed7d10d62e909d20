import AdminProtos
import IPCProtos
import Store
import Testing

@testable import AdminModel

@Suite("The revocation of several sessions")
struct SessionRevocationTests {
  let fixture: AuthFixture
  private let acme: String
  private let ada: String

  init() async throws {
    fixture = try AuthFixture()
    let claimed = try await fixture.claim()
    (acme, ada) = (claimed.organizationId, claimed.userId)
  }

  private func revokeAll(
    _ user: String = "", in organization: String = "", by access: Access
  ) async throws -> RevokeSessionsResponse {
    try await fixture.write { tx in
      try Sessions.revokeAll(
        RevokeAllSessionsRequest(userId: user, organizationId: organization), by: access, in: &tx)
    }
  }

  private func end(of token: SessionTokens) throws -> String? {
    try fixture.store.read { tx in
      try AdminSchema.sessions.require(token.sessionId, in: tx).record.session.endReason
    }
  }

  @Test("A user ends all their sessions except the one that they call in")
  func others() async throws {
    let mine = try await fixture.logIn()
    let other = try await fixture.logIn()
    let access = try fixture.access(mine.accessToken)
    let response = try await fixture.write { tx in try Sessions.revokeOthers(by: access, in: &tx) }
    #expect(response == RevokeSessionsResponse(userId: ada, endedSessions: 1))
    #expect(try end(of: mine) == "")
    #expect(try end(of: other) == "REVOKED")
    let reason = await refusal {
      try await fixture.write { tx in
        try Sessions.revokeOthers(by: AuthFixture.operatorAccess, in: &tx)
      }
    }
    #expect(reason == "PERMISSION_DENIED")
  }

  @Test("A user ends all their own sessions, without a role in any organization")
  func own() async throws {
    let bob = try await fixture.person("bob@x.org", in: acme)
    let tokens = [try await fixture.logIn("bob@x.org"), try await fixture.logIn("bob@x.org")]
    let access = Access(of: IPCPrincipal(kind: .user, id: bob))
    #expect(try await revokeAll(by: access).endedSessions == 2)
    for token in tokens { #expect(try end(of: token) == "REVOKED") }
    #expect(try await revokeAll(bob, by: access).endedSessions == 0)
    #expect(await refusal { try await revokeAll(ada, by: access) } == "PERMISSION_DENIED")
  }

  @Test("An admin signs out a member of their organization, and no one else's")
  func admin() async throws {
    let beta = try await fixture.organization("Beta")
    let bob = try await fixture.person("bob@x.org", in: acme)
    let eve = try await fixture.person("eve@x.org", in: beta)
    let token = try await fixture.logIn("bob@x.org")
    let admin = Access.holding(.admin, in: acme)
    let unknown = "user_" + String(repeating: "1", count: 24)
    for user in [eve, unknown] {
      #expect(await refusal { try await revokeAll(user, in: acme, by: admin) } == "USER_NOT_FOUND")
    }
    #expect(
      await refusal { try await revokeAll(eve, in: beta, by: admin) } == "ORGANIZATION_NOT_FOUND")
    for user in [bob, unknown] {
      #expect(await refusal { try await revokeAll(user, by: admin) } == "PERMISSION_DENIED")
    }
    #expect(
      await refusal { try await revokeAll(bob, in: acme, by: .holding(.developer, in: acme)) }
        == "PERMISSION_DENIED")
    #expect(try await revokeAll(bob, in: acme, by: admin).endedSessions == 1)
    #expect(try end(of: token) == "REVOKED")
  }

  @Test("Only a super admin signs out a super admin")
  func superAdmin() async throws {
    let token = try await fixture.logIn()
    let admin = Access.holding(.admin, in: acme)
    #expect(await refusal { try await revokeAll(ada, in: acme, by: admin) } == "PERMISSION_DENIED")
    #expect(try end(of: token) == "")
    let another = Access.holding(.superAdmin)
    #expect(try await revokeAll(ada, in: acme, by: another).endedSessions == 1)
    #expect(try await revokeAll(ada, by: another).endedSessions == 0)
  }

  @Test("A caller who is no user must name a user")
  func noUser() async throws {
    for organization in ["", acme] {
      let error = await #expect(throws: AdminError.self) {
        try await revokeAll(in: organization, by: AuthFixture.operatorAccess)
      }
      #expect(violations(of: error) == ["user_id": "REQUIRED"])
    }
    let error = await #expect(throws: AdminError.self) {
      try await revokeAll("bob", in: "acme", by: AuthFixture.operatorAccess)
    }
    #expect(
      violations(of: error) == ["user_id": "MALFORMED_ID", "organization_id": "MALFORMED_ID"])
  }
}
