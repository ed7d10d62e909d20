import AdminProtos
import AdminServices
import IPC
import Store

@testable import AdminModel

/// A builder of the fixture's contents. It uses the calls that create them in the product.
struct Building: Sendable {
  let maker: Clients
  let host: InMemoryHost
  let store: Store

  func claim() async throws -> ClaimResponse {
    try await maker.auth.claim(
      ClaimRequest(
        organizationName: "Own", name: "Super", email: "super_admin@own.example",
        password: Fixture.password))
  }

  func places(in own: String) async throws -> [Relation: Place] {
    let other = try await maker.orgs.create(CreateOrganizationRequest(name: "Other")).id
    try await addSuperAdmin(to: other)
    return [
      .own: try await place("own", in: own), .sibling: try await place("sibling", in: own),
      .other: try await place("other", in: other), .nowhere: .nowhere,
    ]
  }

  /// Creates another super admin, because the organization of the last one can't be deleted.
  private func addSuperAdmin(to organization: String) async throws {
    let person = try await person("second@other.example", as: .admin, of: organization)
    _ = try await maker.users.update(
      UpdateUserRequest(id: person.user ?? "", isSuperAdmin: true))
  }

  private func place(_ name: String, in organization: String) async throws -> Place {
    let workspace = try await maker.workspaces.create(
      CreateWorkspaceRequest(organizationId: organization, name: name)
    ).id
    let worker = try await maker.users.add(
      AddUserRequest(
        organizationId: organization, email: "worker@\(name).example", name: name, role: "user")
    ).id
    try await join(worker, to: workspace, of: organization, as: .workspaceUser)
    let invite = try await maker.invites.create(
      CreateInviteRequest(
        organizationId: organization, email: "guest@\(name).example", role: "user"))
    let issued = try await maker.keys.issue(
      IssueKeyRequest(workspaceId: workspace, name: "issued"))
    let registered = try await maker.keys.register(
      RegisterKeyRequest(
        id: "apikey_" + String(repeating: name.last ?? "x", count: 24),
        value: "sk-ant-api03-\(name)-and-some-more-of-it", workspaceId: workspace))
    return Place(
      organization: organization, workspace: workspace, worker: worker,
      invite: invite.invite?.id ?? "", issuedKey: issued.key?.id ?? "",
      registeredKey: registered.id)
  }

  /// Returns a caller of each role, in the own organization and workspace, with keys of their own in
  /// the sibling workspace.
  func callers(
    in places: [Relation: Place], _ claimed: ClaimResponse
  ) async throws -> [CallerRole: TestCaller] {
    guard let place = places[.own], let sibling = places[.sibling] else { return [:] }
    return try await withThrowingTaskGroup(of: (CallerRole, TestCaller).self) { group in
      for (number, callerRole) in CallerRole.allCases.enumerated() {
        group.addTask {
          var caller = try await caller(callerRole, in: place, claimed)
          try await addKeys(to: &caller, number, in: sibling.workspace)
          return (callerRole, caller)
        }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
  }

  private func addKeys(to caller: inout TestCaller, _ number: Int, in workspace: String)
    async throws
  {
    guard let user = caller.user else { return }
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(number % 8)))
    caller.issuedKey =
      try await maker.keys.issue(
        IssueKeyRequest(workspaceId: workspace, name: "mine", userId: user)
      ).key?.id ?? ""
    caller.registeredKey = try await maker.keys.register(
      RegisterKeyRequest(
        id: "apikey_" + String(repeating: letter, count: 23) + String(number / 8 + 1),
        value: "sk-ant-api03-mine-\(number)-and-some-more-of-it", workspaceId: workspace,
        userId: user)
    ).id
  }

  private func caller(
    _ callerRole: CallerRole, in place: Place, _ claimed: ClaimResponse
  ) async throws -> TestCaller {
    switch callerRole {
    case .operator: return TestCaller(clients: maker)
    case .anonymous: return TestCaller(clients: Clients(channel: host.anonymousChannel))
    case .adminKey: return TestCaller(clients: clients(claimed.adminKey))
    case .superAdmin: return try await logIn("super_admin@own.example")
    default:
      let person = try await person(
        "\(callerRole.rawValue)@own.example", as: callerRole.organizationRole ?? .user,
        of: place.organization)
      if let role = callerRole.workspaceRole {
        try await join(person.user ?? "", to: place.workspace, of: place.organization, as: role)
      }
      return person
    }
  }

  /// Invites a person, accepts the invite and logs in.
  func person(_ email: String, as role: Role, of organization: String) async throws -> TestCaller {
    let invited = try await maker.invites.create(
      CreateInviteRequest(organizationId: organization, email: email, role: role.rawValue))
    _ = try await maker.auth.acceptInvite(
      AcceptInviteRequest(token: invited.token, name: email, password: Fixture.password))
    return try await logIn(email)
  }

  func logIn(_ email: String, _ password: String = Fixture.password) async throws -> TestCaller {
    let request = LoginRequest(email: email, password: password)
    let tokens = try await maker.auth.login(request)
    let spare = try await maker.auth.login(request)
    return TestCaller(
      user: tokens.userId, clients: clients(tokens.accessToken), tokens: tokens, spare: spare)
  }

  func clients(_ credential: String) -> Clients {
    Clients(channel: CredentialChannel(base: host.anonymousChannel, credential: credential))
  }

  /// Adds a user to a workspace. No call gives the billing role there, because it comes with the
  /// organization's role. A record may still have that role, so the record is written directly.
  func join(
    _ user: String, to workspace: String, of organization: String, as role: Role
  ) async throws {
    guard role == .workspaceBilling else {
      _ = try await maker.workspaceMembers.add(
        AddWorkspaceMemberRequest(
          workspaceId: workspace, userId: user, workspaceRole: role.rawValue))
      return
    }
    try await store.write(Change(actor: "operator/uid:0", plugin: "test", method: "Test")) { tx in
      try AdminSchema.workspaceMembers.insert(
        WorkspaceMemberRecord(
          workspaceId: workspace, organizationId: organization, userId: user,
          role: role.rawValue, addedAt: tx.now, updatedAt: tx.now),
        in: &tx)
    }
  }
}
