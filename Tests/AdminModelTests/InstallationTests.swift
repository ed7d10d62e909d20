import AdminProtos
import IPCProtos
import Store
import Testing

@testable import AdminModel

@Suite("The first run")
struct InstallationTests {
  let fixture: AuthFixture

  init() throws { fixture = try AuthFixture() }

  @Test("A claim creates an organization, its admin, who is a super admin, and an admin key")
  func claim() async throws {
    let claimed = try await fixture.claim()
    let key = try fixture.resolve(claimed.adminKey)
    #expect(key.principal.kind == .adminKey)
    #expect(
      key.principal.roles
        == [IPCRoleGrant(role: "admin", organizationId: claimed.organizationId)])
    let user = try fixture.resolve(try await fixture.logIn().accessToken)
    #expect(user.permissions == nil)
    #expect(user.principal.roles.map(\.role) == ["super_admin", "admin"])
    #expect(try fixture.store.read { tx in try Installations.get(in: tx) }?.claimedAt != nil)
  }

  @Test("Of many concurrent claims one succeeds, and the others leave nothing")
  func race() async throws {
    let fixture = fixture
    let outcomes = await withTaskGroup(of: String?.self) { group in
      for number in 0..<20 {
        group.addTask {
          await refusal { try await fixture.claim(email: "user\(number)@example.com") }
        }
      }
      return await group.reduce(into: [String?]()) { $0.append($1) }
    }
    #expect(outcomes.filter { $0 == nil }.count == 1)
    #expect(outcomes.compactMap { $0 }.allSatisfy { $0 == "ALREADY_CLAIMED" })
    let users = try fixture.store.read { tx in try AdminSchema.users.count(in: tx) }
    #expect(users == 1)
  }

  @Test(
    "Without a code, only the user who runs the host may claim, and only that user may recover",
    arguments: [IPCPrincipal.Kind.user, .adminKey, .plugin, .host, .anonymous])
  func othersMayNot(kind: IPCPrincipal.Kind) async throws {
    let access = Access(of: IPCPrincipal(kind: kind, id: "x"))
    let reason = await refusal {
      try await fixture.write { tx in
        try Installations.claim(
          ClaimRequest(organizationName: "A", name: "B", email: "c@d.org"), passwordHash: "hash-2",
          by: access, keys: AuthFixture.keys, in: &tx)
      }
    }
    #expect(reason == "PERMISSION_DENIED")
    let recovery = refusal {
      try fixture.store.read { tx in
        try Installations.checkRecovery(
          RecoverRequest(email: "c@d", name: "B", password: "long enough it is"), by: access,
          in: tx)
      }
    }
    #expect(recovery == "PERMISSION_DENIED")
  }

  @Test("A claim that breaks several rules is refused with all of them")
  func badClaim() throws {
    let claim = ClaimRequest(
      name: " ", email: "ada", password: "short", adminKeyPrefix: "stw-at-",
      newSession: NewSession(label: String(repeating: "x", count: 101)))
    let error = #expect(throws: (any Error).self) {
      try Installations.check(claim)
    }
    #expect(
      violations(of: error) == [
        "organization_name": "REQUIRED", "name": "REQUIRED", "email": "MALFORMED_ADDRESS",
        "password": "TOO_SHORT", "admin_key_prefix": "RESERVED_PREFIX",
        "new_session.label": "TOO_LONG",
      ])
  }

  @Test("A recovery sets a new password and the super admin's role, and ends the sessions")
  func recovery() async throws {
    let user = try await fixture.claim().userId
    let session = try await fixture.logIn()
    for _ in 0..<6 { _ = try? await fixture.admit() }
    let recovered = try await recover("ADA@example.com")
    #expect(recovered == RecoverResponse(userId: user, endedSessions: 1))
    #expect(await refusal { try await fixture.refresh(session.refreshToken) } == "SESSION_ENDED")
    #expect(try await fixture.admit().passwordHash == "hash-2")
  }

  @Test("A recovery creates a user that doesn't exist")
  func recoveryOfAnother() async throws {
    try await fixture.claim()
    let recovered = try await recover("grace@example.com")
    #expect(recovered.created)
    let tokens = try await fixture.logIn("grace@example.com")
    #expect(try fixture.resolve(tokens.accessToken).permissions == nil)
  }

  @Test("An installation that isn't claimed can't be recovered")
  func unclaimed() async throws {
    #expect(await refusal { try await recover("ada@example.com") } == "NOT_CLAIMED")
  }

  private func recover(_ email: String) async throws -> RecoverResponse {
    try await fixture.write { tx in
      try Installations.recover(
        RecoverRequest(email: email, name: "Grace"), passwordHash: "hash-2",
        by: AuthFixture.operatorAccess, keys: AuthFixture.keys, in: &tx)
    }
  }
}
