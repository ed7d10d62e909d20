import AdminProtos
import IPCProtos
import Store
import Testing

@testable import AdminModel

@Suite("The life of an identity")
struct AccountTests {
  let fixture: AuthFixture
  private let acme: String
  private let beta: String

  init() async throws {
    fixture = try AuthFixture()
    acme = try await fixture.claim().organizationId
    beta = try await fixture.organization("Beta")
    try await fixture.person("root@x.org", .admin, in: acme)
    try await fixture.person("boss@x.org", .admin, in: beta)
  }

  /// Creates a user whose password was set only by an organization's admin.
  private func unproven(_ email: String, in organization: String, hash: String = "theirs")
    async throws -> String
  {
    let user = try await fixture.add(email, to: organization)
    let token = AuthFixture.keys.passwordResetHash(of: email)
    return try await fixture.write { tx in
      _ = try PasswordResets.create(
        for: user, tokenHash: token, by: .holding(.admin, in: organization), in: &tx)
      let holder = try PasswordResets.admit(
        token: email, password: "long enough it is", from: "", keys: AuthFixture.keys, in: &tx)
      return try PasswordResets.use(
        holder, proof: .chosen(hash), keys: AuthFixture.keys, in: &tx
      ).userId
    }
  }

  private func accept(
    _ token: String, _ proof: Accounts.Proof
  ) async throws -> AcceptInviteResponse {
    try await fixture.write { tx in
      let invitee = try InviteAcceptance.admit(
        token: token, name: "Jane", password: "long enough it is", from: "", keys: AuthFixture.keys,
        in: &tx)
      return try InviteAcceptance.accept(
        invitee, name: "Jane", proof: proof, keys: AuthFixture.keys, in: &tx)
    }
  }

  private func password(of email: String) async throws -> String? {
    try await fixture.admit(email).passwordHash
  }

  private func organizations(of user: String) throws -> [String] {
    try fixture.store.read { tx in try Users.organizations(of: user, in: tx) }
  }

  private func member(_ user: String, of organization: String) throws -> User {
    try fixture.store.read { tx in
      try Members.get(
        GetUserRequest(organizationId: organization, id: user), by: .unlimited, in: tx)
    }
  }

  @Test(
    "An address that two organizations add is a different user in each, with the name typed there")
  func apart() async throws {
    let first = try await fixture.add("jane@x.org", to: acme, name: "Jane")
    let second = try await fixture.add("JANE@x.org", to: beta, name: "J.")
    #expect(first != second)
    #expect(try member(first, of: acme).name == "Jane")
    #expect(try member(second, of: beta).name == "J.")
    #expect(try await password(of: "jane@x.org") == nil)
  }

  @Test("A user who returns to their last organization is the same user, without a password")
  func back() async throws {
    let jane = try await fixture.person("jane@x.org", in: acme)
    try await fixture.remove(jane, of: acme)
    #expect(try await password(of: "jane@x.org") == nil)
    #expect(try await fixture.add("jane@x.org", to: acme) == jane)
    #expect(try await fixture.add("jane@x.org", to: beta) != jane)
  }

  @Test("An invite replaces a password that only another organization's admin has set")
  func replaced() async throws {
    let squatter = try await unproven("jane@x.org", in: acme)
    let session = try await fixture.logIn("jane@x.org")
    try await fixture.invite("jane@x.org", .admin, to: beta, token: "t1")
    let acceptance = try await accept("t1", .chosen("own"))

    #expect(acceptance.created)
    let jane = acceptance.userId
    #expect(jane != squatter)
    #expect(try organizations(of: jane) == [beta])
    #expect(try await password(of: "jane@x.org") == "own")
    #expect(refusal { try fixture.resolve(session.accessToken) } == "SESSION_ENDED")
    // The first organization keeps its unclaimed user, and no person can act as that user.
    #expect(try member(squatter, of: acme).unclaimed)
    let kept = try fixture.store.read { tx in
      try AdminSchema.users.require(squatter, in: tx).record
    }
    #expect(kept.unclaimedIn == acme)
    #expect(try organizations(of: squatter) == [acme])
  }

  @Test("A password that an invite, a session or a second organization has proven is kept")
  func proven() async throws {
    let invited = try await fixture.person("a@x.org", in: acme)
    let changed = try await unproven("b@x.org", in: acme, hash: AuthFixture.hash)
    let attempt = try await fixture.admit("b@x.org")
    let joined = try await unproven("c@x.org", in: acme, hash: AuthFixture.hash)
    let gamma = try await fixture.organization("Gamma")
    try await fixture.person("g@x.org", .admin, in: gamma)
    try await fixture.join("c@x.org", in: gamma)
    try await fixture.remove(joined, of: gamma)
    _ = try await fixture.write { tx in
      try Passwords.change(
        to: "changed", attempt,
        by: Access(of: IPCPrincipal(kind: .user, id: changed)), in: &tx)
    }
    for (email, user) in [("a@x.org", invited), ("b@x.org", changed), ("c@x.org", joined)] {
      let before = try await password(of: email)
      try await fixture.invite(email, to: beta, token: email)
      #expect(await refusal { try await accept(email, .chosen("another")) } == "LOGIN_FAILED")
      #expect(try await password(of: email) == before)
      #expect(try !organizations(of: user).contains(beta))
    }
  }

  @Test("An invite that a machine made replaces no password, but accepts the known one")
  func machine() async throws {
    let jane = try await unproven("jane@x.org", in: acme)
    let key = Access(
      of: IPCPrincipal(
        kind: .adminKey, id: "adminkey_1",
        roles: [IPCRoleGrant(role: Role.admin.rawValue, organizationId: beta)]))
    try await fixture.invite("jane@x.org", to: beta, token: "t1", by: key)
    #expect(await refusal { try await accept("t1", .chosen("own")) } == "LOGIN_FAILED")
    #expect(try await password(of: "jane@x.org") == "theirs")
    #expect(try await accept("t1", .known).userId == jane)
  }

  @Test("A password that changes during the comparison is not replaced")
  func changedMeanwhile() async throws {
    let jane = try await unproven("jane@x.org", in: acme)
    try await fixture.invite("jane@x.org", to: beta, token: "t1")
    let invitee = try await fixture.write { tx in
      try InviteAcceptance.admit(
        token: "t1", name: "Jane", password: "long enough it is", from: "", keys: AuthFixture.keys,
        in: &tx)
    }
    try await fixture.write { tx in
      try Passwords.set("changed", of: jane, isProven: false, in: &tx)
    }
    let reason = await refusal {
      try await fixture.write { tx in
        try InviteAcceptance.accept(
          invitee, name: "Jane", proof: .chosen("own"), keys: AuthFixture.keys, in: &tx)
      }
    }
    #expect(reason == "LOGIN_FAILED")
    #expect(try await password(of: "jane@x.org") == "changed")
  }

  @Test("An account that joins replaces the unclaimed user, with its workspaces and keys")
  func absorbed() async throws {
    let jane = try await fixture.person("jane@x.org", in: acme)
    let added = try await fixture.add("jane@x.org", .developer, to: beta)
    let beta = beta
    let (room, key) = try await fixture.write { tx in
      let room = try Workspaces.create(
        CreateWorkspaceRequest(organizationId: beta, name: "Lab"), by: .unlimited, in: &tx
      ).id
      _ = try WorkspaceMembers.add(
        AddWorkspaceMemberRequest(
          workspaceId: room, userId: added, workspaceRole: "workspace_user"),
        by: .unlimited, in: &tx)
      let key = try Keys.issue(
        IssueKeyRequest(workspaceId: room, organizationId: beta, name: "CI", userId: added),
        with: KeySecrets([UInt8](repeating: 1, count: 32)), by: .unlimited, in: &tx)
      _ = try PasswordResets.create(
        for: added, tokenHash: AuthFixture.keys.passwordResetHash(of: "t1"),
        by: .holding(.admin, in: beta), in: &tx)
      return (room, key.key.id)
    }
    let reset = try await fixture.write { tx in
      let holder = try PasswordResets.admit(
        token: "t1", password: "", from: "", keys: AuthFixture.keys, in: &tx)
      return try PasswordResets.use(holder, proof: .known, keys: AuthFixture.keys, in: &tx)
    }

    #expect(reset == ResetPasswordResponse(userId: jane, endedSessions: 0))
    #expect(try member(jane, of: beta).role == "developer")
    #expect(try Set(organizations(of: jane)) == [acme, beta])
    #expect(refusal { try member(added, of: beta) } == "USER_NOT_FOUND")
    let (place, owner) = try fixture.store.read { tx in
      (
        try WorkspaceMembers.explicit(jane, in: room, tx)?.record.role,
        try AdminSchema.keys.require(key, in: tx).record.key.userId
      )
    }
    #expect(place == "workspace_user")
    #expect(owner == jane)
    let checks = try fixture.store.snapshot().read { try Checks.run(by: .unlimited, in: $0) }
    #expect(checks.findings == [])
  }

  @Test("An unclaimed user's token needs the account's password, and a wrong one doesn't use it up")
  func wrongPassword() async throws {
    try await fixture.person("jane@x.org", in: acme)
    let added = try await fixture.add("jane@x.org", to: beta)
    let beta = beta
    _ = try await fixture.write { tx in
      try PasswordResets.create(
        for: added, tokenHash: AuthFixture.keys.passwordResetHash(of: "t1"),
        by: .holding(.admin, in: beta), in: &tx)
    }
    for (proof, expected) in [
      (.wrong, "LOGIN_FAILED"), (.chosen("own"), "LOGIN_FAILED"), (.known, nil),
    ] as [(Accounts.Proof, String?)] {
      let reason = await refusal {
        try await fixture.write { tx in
          let holder = try PasswordResets.admit(
            token: "t1", password: "", from: "", keys: AuthFixture.keys, in: &tx)
          return try PasswordResets.use(holder, proof: proof, keys: AuthFixture.keys, in: &tx)
        }
      }
      #expect(reason == expected)
    }
  }

  @Test(
    "A deleted organization ends the accounts that were only in it, and its users are forgotten")
  func organizationDeleted() async throws {
    let jane = try await fixture.person("jane@x.org", in: beta)
    try await fixture.add("joan@x.org", to: beta)
    let both = try await fixture.person("both@x.org", in: acme)
    try await fixture.join("both@x.org", in: beta)
    let beta = beta
    _ = try await fixture.write { tx in
      try Organizations.delete(
        DeleteOrganizationRequest(id: beta, confirmName: "Beta"), by: .unlimited, in: &tx)
    }
    #expect(try await password(of: "jane@x.org") == nil)
    #expect(try await password(of: "both@x.org") == AuthFixture.hash)
    let known = try fixture.store.read { tx in
      try [jane, both].map { try AdminSchema.users.contains($0, in: tx) }
    }
    #expect(known == [false, true])
    let count = try fixture.store.read { tx in try AdminSchema.users.count(in: tx) }
    #expect(count == 3)
  }
}
