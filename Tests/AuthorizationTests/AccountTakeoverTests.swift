import AdminModel
import AdminProtos
import AdminServices
import IPC
import Status
import Testing

/// An attack that once worked: an admin of one organization added a stranger's address and chose
/// the password for it. When another organization later added that address, the admin had access
/// there with the stranger's role.
@Suite("Accounts that one organization prepares for another", .timeLimit(.minutes(2)))
struct AccountTakeoverTests {
  private static let victim = "victim@elsewhere.example"
  private static let attackers = "quartz ladder umbrella 71"
  private static let victims = "a phrase that the owner knows"

  /// The way in which the second organization adds the victim.
  enum Way: CaseIterable, Sendable {
    case added, invited, applied
  }

  let fixture: TwoOrganizations

  init() async throws { fixture = try await TwoOrganizations() }

  /// Prepares the account, as the attacker does.
  private func prepare() async throws -> String {
    let user = try await fixture.add(Self.victim, to: fixture.alpha, by: fixture.mallory)
    try await fixture.choose(Self.attackers, for: user.id, by: fixture.mallory)
    return user.id
  }

  /// Adds the victim as an admin. The victim then uses the token and chooses a password.
  private func letIn(_ way: Way) async throws {
    let (beta, bea) = (fixture.beta, fixture.bea)
    switch way {
    case .added:
      let user = try await fixture.add(Self.victim, .admin, to: beta, by: bea)
      try await fixture.choose(Self.victims, for: user.id, by: bea)
    case .invited:
      let invited = try await bea.clients.invites.create(
        CreateInviteRequest(organizationId: beta, email: Self.victim, role: "admin"))
      _ = try await fixture.anonymous.auth.acceptInvite(
        AcceptInviteRequest(token: invited.token, name: "Victim", password: Self.victims))
    case .applied:
      let object = MemberObject(
        organization: "Beta", email: Self.victim, name: "Victim", role: "admin")
      let user = try await apply(ManifestObject(object: .member(object)))
      try await fixture.choose(Self.victims, for: user, by: bea)
    }
  }

  private func apply(_ object: ManifestObject) async throws -> String {
    let responses = try await fixture.maker.automation.apply { writer in
      try await writer.send(ApplyRequest(objects: [object]))
    }
    var id = ""
    for try await response in responses { id = response.results.first?.id ?? id }
    return id
  }

  private func refusal<R>(_ body: () async throws -> R) async -> String? {
    do {
      _ = try await body()
      return nil
    } catch {
      return Status(describing: error).reason.rawValue
    }
  }

  @Test(
    "A password that was chosen for a stranger ends with the membership and opens nothing later",
    arguments: Way.allCases)
  func removed(way: Way) async throws {
    let prepared = try await prepare()
    let session = try await fixture.logIn(Self.victim, Self.attackers)
    _ = try await fixture.mallory.clients.users.remove(
      RemoveUserRequest(organizationId: fixture.alpha, id: prepared))
    #expect(
      await refusal { try await fixture.logIn(Self.victim, Self.attackers) } == "LOGIN_FAILED")
    #expect(await refusal { try await session.organizations } == "SESSION_ENDED")

    try await letIn(way)
    #expect(
      await refusal { try await fixture.logIn(Self.victim, Self.attackers) } == "LOGIN_FAILED")
    let victim = try await fixture.logIn(Self.victim, Self.victims)
    #expect(try await victim.organizations == [fixture.beta])
  }

  @Test(
    "A stranger's account gives no access to an organization that adds the address later",
    arguments: Way.allCases)
  func kept(way: Way) async throws {
    let prepared = try await prepare()
    let attacker = try await fixture.logIn(Self.victim, Self.attackers)
    try await letIn(way)

    #expect(
      await refusal { try await fixture.logIn(Self.victim, Self.attackers) } == "LOGIN_FAILED")
    #expect(await refusal { try await attacker.organizations } == "SESSION_ENDED")
    let victim = try await fixture.logIn(Self.victim, Self.victims)
    #expect(try await victim.organizations == [fixture.beta])
    let left = try await fixture.mallory.clients.users.get(
      GetUserRequest(organizationId: fixture.alpha, id: prepared))
    #expect(left.unclaimed)
  }

  @Test("An unclaimed member gives the account of its address no role in the organization")
  func pending() async throws {
    _ = try await prepare()
    let attacker = try await fixture.logIn(Self.victim, Self.attackers)
    let added = try await fixture.add(Self.victim, .admin, to: fixture.beta, by: fixture.bea)
    #expect(added.unclaimed)
    for session in [attacker, try await fixture.logIn(Self.victim, Self.attackers)] {
      #expect(try await session.organizations == [fixture.alpha])
      let look = await refusal {
        try await session.clients.orgs.get(GetOrganizationRequest(id: fixture.beta))
      }
      #expect(look == "ORGANIZATION_NOT_FOUND")
      let token = await refusal {
        try await session.clients.auth.createPasswordReset(
          CreatePasswordResetRequest(userId: added.id))
      }
      #expect(token == "PERMISSION_DENIED" || token == "USER_NOT_FOUND")
    }
  }

  @Test("Adding the address of another organization's member reveals nothing of that member")
  func nothingTold() async throws {
    let real = try await fixture.person("vera@beta.example", as: .developer, of: fixture.beta)
    let known = try await fixture.add("vera@beta.example", to: fixture.alpha, by: fixture.mallory)
    let unknown = try await fixture.add("void@beta.example", to: fixture.alpha, by: fixture.mallory)
    #expect(known.id != real.user)
    #expect(known.name == "Added")
    #expect(known.masked == unknown.masked)

    let admin = fixture.mallory.clients
    let listed = try await admin.users.list(ListUsersRequest(organizationId: fixture.alpha)).data
    #expect(listed.contains(known) && listed.contains(unknown))
    for user in [known, unknown] {
      _ = try await admin.auth.createPasswordReset(CreatePasswordResetRequest(userId: user.id))
    }
    let denied = await refusal {
      try await admin.auth.createPasswordReset(
        CreatePasswordResetRequest(userId: real.user ?? ""))
    }
    #expect(denied == "USER_NOT_FOUND")

    // The admin of the other organization can still reset the member's password.
    let vera = try #require(real.user)
    #expect(try await fixture.choose(Self.victims, for: vera, by: fixture.bea).userId == vera)
    let back = try await fixture.logIn("vera@beta.example", Self.victims)
    #expect(try await back.organizations == [fixture.beta])
  }

  @Test("A reset token of one organization never opens an account of another one")
  func reverse() async throws {
    let real = try await fixture.person("vera@beta.example", as: .admin, of: fixture.beta)
    let added = try await fixture.add("vera@beta.example", to: fixture.alpha, by: fixture.mallory)
    let reset = await refusal {
      try await fixture.choose(Self.attackers, for: added.id, by: fixture.mallory)
    }
    #expect(reset == "LOGIN_FAILED")
    #expect(
      await refusal { try await fixture.logIn("vera@beta.example", Self.attackers) }
        == "LOGIN_FAILED")
    #expect(try await real.organizations == [fixture.beta])
  }

  @Test("A reset token is invalid once its member was removed and added again")
  func oldToken() async throws {
    let user = try await fixture.add(Self.victim, to: fixture.alpha, by: fixture.mallory)
    let reset = try await fixture.mallory.clients.auth.createPasswordReset(
      CreatePasswordResetRequest(userId: user.id))
    _ = try await fixture.mallory.clients.users.remove(
      RemoveUserRequest(organizationId: fixture.alpha, id: user.id))
    #expect(
      try await fixture.add(Self.victim, to: fixture.alpha, by: fixture.mallory).id == user.id)
    let use = await refusal {
      try await fixture.anonymous.auth.resetPassword(
        ResetPasswordRequest(token: reset.token, password: Self.attackers))
    }
    #expect(use == "RESET_TOKEN_UNKNOWN")
  }

  @Test("Only a super admin can reset the password of a member of several organizations")
  func several() async throws {
    let vera = try await fixture.person("vera@beta.example", as: .user, of: fixture.beta)
    let invited = try await fixture.mallory.clients.invites.create(
      CreateInviteRequest(
        organizationId: fixture.alpha, email: "vera@beta.example", role: "user"))
    _ = try await fixture.anonymous.auth.acceptInvite(
      AcceptInviteRequest(token: invited.token, password: Fixture.password))
    let user = try #require(vera.user)
    for admin in [fixture.mallory, fixture.bea] {
      #expect(
        await refusal { try await fixture.choose(Self.attackers, for: user, by: admin) }
          == "PERMISSION_DENIED")
    }
    try await fixture.choose(Self.victims, for: user, by: fixture.superAdmin)
    let back = try await fixture.logIn("vera@beta.example", Self.victims)
    #expect(try await Set(back.organizations) == [fixture.alpha, fixture.beta])
  }

  @Test("An admin key can't create a password reset for a person, least of all a super admin")
  func machine() async throws {
    for user in [fixture.superAdmin, fixture.mallory] {
      let reason = await refusal {
        try await fixture.adminKey.auth.createPasswordReset(
          CreatePasswordResetRequest(userId: user.user ?? ""))
      }
      #expect(reason == "PERMISSION_DENIED")
    }
    let rights = await refusal {
      try await fixture.adminKey.users.update(
        UpdateUserRequest(
          organizationId: fixture.alpha, id: fixture.mallory.user ?? "", isSuperAdmin: true))
    }
    #expect(rights == "PERMISSION_DENIED")
  }
}

extension User {
  /// The user without the values that differ between any two users.
  fileprivate var masked: User {
    var masked = self
    (masked.id, masked.email, masked.etag, masked.addedAt) = ("", "", "", nil)
    return masked
  }
}
