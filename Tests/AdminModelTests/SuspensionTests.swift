import AdminProtos
import IPCProtos
import Store
import Testing

@testable import AdminModel

@Suite("The suspension of members")
struct SuspensionTests {
  let fixture: AuthFixture
  private let acme: String
  private let ada: String
  private let beta: String

  init() async throws {
    fixture = try AuthFixture()
    let claimed = try await fixture.claim()
    (acme, ada) = (claimed.organizationId, claimed.userId)
    beta = try await fixture.organization("Beta")
    try await fixture.person("boss@x.org", .admin, in: beta)
  }

  @discardableResult
  private func suspend(
    _ user: String, in organization: String, ifMatch: String = "", by access: Access = .unlimited
  ) async throws -> SuspendUserResponse {
    try await fixture.write { tx in
      try Members.suspend(
        SuspendUserRequest(organizationId: organization, id: user, ifMatch: ifMatch), by: access,
        in: &tx)
    }
  }

  @discardableResult
  private func resume(
    _ user: String, in organization: String, by access: Access = .unlimited
  ) async throws -> User {
    try await fixture.write { tx in
      try Members.resume(
        ResumeUserRequest(organizationId: organization, id: user), by: access, in: &tx)
    }
  }

  private func change(_ request: UpdateUserRequest) async throws {
    _ = try await fixture.write { tx in try Members.update(request, by: .unlimited, in: &tx) }
  }

  private func get(_ user: String, in organization: String) throws -> User {
    try fixture.store.read { tx in
      try Members.get(
        GetUserRequest(organizationId: organization, id: user), by: .unlimited, in: tx)
    }
  }

  private func session(_ id: String) throws -> Session {
    try fixture.store.read { tx in try AdminSchema.sessions.require(id, in: tx).record.session }
  }

  @Test("A suspended member has no role in the organization and its workspaces, but all elsewhere")
  func roles() async throws {
    let jane = try await fixture.person("jane@x.org", in: acme)
    try await fixture.join("jane@x.org", .developer, in: beta)
    let acme = acme
    try await fixture.write { tx in
      let room = try Workspaces.create(
        CreateWorkspaceRequest(organizationId: acme, name: "Lab"), by: .unlimited, in: &tx)
      _ = try WorkspaceMembers.add(
        AddWorkspaceMemberRequest(
          workspaceId: room.id, userId: jane, workspaceRole: "workspace_user"),
        by: .unlimited, in: &tx)
    }
    let token = try await fixture.logIn("jane@x.org").accessToken
    let before = try fixture.resolve(token).principal.roles
    let suspended = try await suspend(jane, in: acme)
    #expect(suspended.user?.suspendedAt != nil && suspended.endedSessions == 0)
    #expect(try fixture.resolve(token).principal.roles.map(\.organizationId) == [beta])
    #expect(try get(jane, in: beta).suspendedAt == nil)

    #expect(try await resume(jane, in: acme).suspendedAt == nil)
    #expect(try fixture.resolve(token).principal.roles == before)
  }

  @Test(
    "With the last membership that isn't suspended, sessions and logins end until it is resumed")
  func last() async throws {
    let jane = try await fixture.person("jane@x.org", in: acme)
    try await fixture.join("jane@x.org", in: beta)
    let tokens = try await fixture.logIn("jane@x.org")
    #expect(try await suspend(jane, in: acme).endedSessions == 0)
    #expect(try await suspend(jane, in: beta).endedSessions == 1)
    #expect(try session(tokens.sessionId).endReason == "SUSPENDED")
    #expect(refusal { try fixture.resolve(tokens.accessToken) } == "SESSION_ENDED")
    #expect(await refusal { try await fixture.refresh(tokens.refreshToken) } == "SESSION_ENDED")
    #expect(await refusal { try await fixture.logIn("jane@x.org") } == "USER_SUSPENDED")

    try await resume(jane, in: acme)
    #expect(refusal { try fixture.resolve(tokens.accessToken) } == "SESSION_ENDED")
    let token = try await fixture.logIn("jane@x.org").accessToken
    #expect(try fixture.resolve(token).principal.roles.map(\.organizationId) == [acme])
  }

  @Test("A suspended super admin stays logged in until the rights of a super admin end too")
  func superAdmins() async throws {
    let root = try await fixture.person("root@x.org", .admin, in: acme, superAdmin: true)
    let tokens = try await fixture.logIn("root@x.org")
    #expect(
      await refusal { try await suspend(root, in: acme, by: .holding(.admin, in: acme)) }
        == "PERMISSION_DENIED")
    try await suspend(root, in: acme, by: .holding(.superAdmin))
    #expect(try fixture.resolve(tokens.accessToken).principal.roles.map(\.role) == ["super_admin"])
    try await fixture.logIn("root@x.org")

    try await change(UpdateUserRequest(organizationId: acme, id: root, isSuperAdmin: false))
    #expect(try session(tokens.sessionId).endReason == "SUSPENDED")
    #expect(await refusal { try await fixture.logIn("root@x.org") } == "USER_SUSPENDED")
  }

  @Test("The removal from the last organization without a suspension ends the sessions")
  func removal() async throws {
    let jane = try await fixture.person("jane@x.org", in: acme)
    try await fixture.join("jane@x.org", in: beta)
    let tokens = try await fixture.logIn("jane@x.org")
    try await suspend(jane, in: acme)
    try await fixture.remove(jane, of: beta)
    #expect(try session(tokens.sessionId).endReason == "SUSPENDED")
    #expect(await refusal { try await fixture.logIn("jane@x.org") } == "USER_SUSPENDED")
  }

  @Test("The last admin can't be suspended, and suspended admins don't count as admins")
  func lastAdmin() async throws {
    #expect(await refusal { try await suspend(ada, in: acme) } == "LAST_ADMIN")
    let jane = try await fixture.person("jane@x.org", .admin, in: acme)
    try await suspend(jane, in: acme)
    #expect(await refusal { try await suspend(ada, in: acme) } == "LAST_ADMIN")
    #expect(await refusal { try await fixture.remove(ada, of: acme) } == "LAST_ADMIN")
    let demotion = UpdateUserRequest(organizationId: acme, id: ada, role: "user")
    #expect(await refusal { try await change(demotion) } == "LAST_ADMIN")

    try await resume(jane, in: acme)
    try await suspend(ada, in: acme)
    // A suspended admin can be demoted and removed, as others can.
    try await change(demotion)
    #expect(await refusal { try await suspend(jane, in: acme) } == "LAST_ADMIN")
  }

  @Test("No one suspends themselves")
  func oneself() async throws {
    let jane = try await fixture.person("jane@x.org", .admin, in: acme)
    let access = try await fixture.access(fixture.logIn("jane@x.org").accessToken)
    #expect(await refusal { try await suspend(jane, in: acme, by: access) } == "OWN_MEMBERSHIP")
    #expect(try get(jane, in: acme).suspendedAt == nil)
  }

  @Test("Only a caller who may manage members suspends and resumes, and only members")
  func denied() async throws {
    let jane = try await fixture.person("jane@x.org", in: acme)
    for (access, expected) in [
      (Access.holding(.developer, in: acme), "PERMISSION_DENIED"),
      (.holding(.admin, in: beta), "ORGANIZATION_NOT_FOUND"),
    ] {
      #expect(await refusal { try await suspend(jane, in: acme, by: access) } == expected)
      #expect(await refusal { try await resume(jane, in: acme, by: access) } == expected)
    }
    #expect(await refusal { try await suspend(jane, in: beta) } == "USER_NOT_FOUND")
    #expect(await refusal { try await suspend("x", in: acme) } == "INVALID_FIELDS")
  }

  @Test("A repeated suspension keeps the first time, and a repeated end of it changes nothing")
  func repeated() async throws {
    let jane = try await fixture.person("jane@x.org", in: acme)
    let etag = try get(jane, in: acme).etag
    let first = try await suspend(jane, in: acme, ifMatch: etag).user
    #expect(
      await refusal { try await suspend(jane, in: acme, ifMatch: etag) } == "ETAG_MISMATCH")
    fixture.pass(seconds: 60)
    #expect(try await suspend(jane, in: acme).user == first)
    let resumed = try await resume(jane, in: acme)
    fixture.pass(seconds: 60)
    #expect(try await resume(jane, in: acme) == resumed)
    let actions = try fixture.actions().filter { $0.hasPrefix("member.") && $0 != "member.created" }
    #expect(actions == ["member.suspended", "member.resumed"])
  }

  @Test("A suspended member can neither leave nor be added again, and stays suspended")
  func stays() async throws {
    let jane = try await fixture.person("jane@x.org", in: acme)
    try await fixture.join("jane@x.org", in: beta)
    try await suspend(jane, in: acme)
    let access = try await fixture.access(fixture.logIn("jane@x.org").accessToken)
    let acme = acme
    let leaving = await refusal {
      try await fixture.write { tx in
        try Members.leave(LeaveRequest(organizationId: acme), by: access, in: &tx)
      }
    }
    #expect(leaving == "ORGANIZATION_NOT_FOUND")
    #expect(await refusal { try await fixture.add("jane@x.org", to: acme) } == "ALREADY_MEMBER")
    #expect(try get(jane, in: acme).suspendedAt != nil)
  }

  @Test("A new password doesn't resume a suspended member, neither does joining as an account")
  func joining() async throws {
    let jane = try await fixture.add("jane@x.org", to: acme)
    try await suspend(jane, in: acme)
    try await fixture.write { tx in
      let keys = AuthFixture.keys
      _ = try PasswordResets.create(
        for: jane, tokenHash: keys.passwordResetHash(of: "t"), by: .unlimited, in: &tx)
      let holder = try PasswordResets.admit(
        token: "t", password: "long enough it is", from: "", keys: keys, in: &tx)
      _ = try PasswordResets.use(holder, proof: .chosen(AuthFixture.hash), keys: keys, in: &tx)
    }
    #expect(try get(jane, in: acme).suspendedAt != nil)
    #expect(await refusal { try await fixture.logIn("jane@x.org") } == "USER_SUSPENDED")

    // In another organization, the account works.
    try await fixture.join("jane@x.org", in: beta)
    let token = try await fixture.logIn("jane@x.org").accessToken
    #expect(try fixture.resolve(token).principal.roles.map(\.organizationId) == [beta])
  }

  @Test("A member who was removed and comes back is not suspended")
  func comeback() async throws {
    let jane = try await fixture.person("jane@x.org", in: acme)
    try await suspend(jane, in: acme)
    try await fixture.remove(jane, of: acme)
    try await fixture.person("jane@x.org", in: acme)
    #expect(try get(jane, in: acme).suspendedAt == nil)
    try await fixture.logIn("jane@x.org")
  }
}
