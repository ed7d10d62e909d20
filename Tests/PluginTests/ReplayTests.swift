import AdminModel
import AdminProtos
import AdminServices
import IPC
import IPCProtos
import Status
import Testing

/// The problem that these tests guard against: a caller made a change, lost the role that allowed
/// it, and asked for the outcome again with the same idempotency key. Outcomes contain secrets of
/// keys and tokens of invites.
@Suite("A recorded outcome")
struct ReplayTests {
  private let fixture: PluginFixture
  private let organization: String

  init() async throws {
    fixture = try await PluginFixture()
    organization = try await fixture.orgs.create(CreateOrganizationRequest(name: "Acme")).id
  }

  /// Returns a channel of the caller with a role in an organization or the installation, or with no
  /// role.
  private func channel(as role: Role?, in organization: String) -> any IPC.Channel {
    let grant = role.map { role in
      IPCRoleGrant(
        role: role.rawValue, organizationId: role == .superAdmin ? "" : organization)
    }
    return fixture.channel(
      as: IPCPrincipal(kind: .user, id: "user_1", roles: grant.map { [$0] } ?? []))
  }

  @Test(
    "A recorded outcome is returned only to a caller who may still make the change",
    arguments: Mutation.all)
  func lostRole(mutation: Mutation) async throws {
    let (things, options) = (try await things(), CallOptions(idempotencyKey: "k"))
    let first = try await mutation.call(
      channel(as: mutation.role, in: organization), things, options)
    #expect(
      try await mutation.call(channel(as: mutation.role, in: organization), things, options)
        == first)
    for (role, place) in [
      (.claudeCodeUser, organization), (.admin, things.otherOrganization), (nil, ""),
    ] as [(Role?, String)] {
      let code = await refusal {
        try await mutation.call(channel(as: role, in: place), things, options)
      }
      #expect([.permissionDenied, .notFound].contains(code))
    }
  }

  private func refusal(_ body: () async throws -> AnyHashable) async -> StatusCode {
    do {
      _ = try await body()
      return .ok
    } catch {
      return Status(describing: error).code
    }
  }

  private func things() async throws -> Things {
    let other = try await fixture.orgs.create(CreateOrganizationRequest(name: "Other")).id
    let workspace = try await fixture.workspaces.create(
      CreateWorkspaceRequest(organizationId: organization, name: "Production")
    ).id
    func add(_ email: String, _ role: String) async throws -> String {
      try await fixture.users.add(
        AddUserRequest(organizationId: organization, email: email, name: "N", role: role)
      ).id
    }
    _ = try await add("ada@x.org", "admin")
    let (member, guest) = (try await add("jo@x.org", "user"), try await add("bo@x.org", "user"))
    _ = try await fixture.workspaceMembers.add(
      AddWorkspaceMemberRequest(
        workspaceId: workspace, userId: member, workspaceRole: "workspace_user"))
    let key = try await fixture.keys.issue(IssueKeyRequest(workspaceId: workspace, name: "CI"))
    let invite = try await fixture.invites.create(
      CreateInviteRequest(organizationId: organization, email: "invited@x.org", role: "user"))
    return Things(
      organization: organization, otherOrganization: other, workspace: workspace, member: member,
      guest: guest, key: key.key?.id ?? "", invite: invite.invite?.id ?? "")
  }
}

/// The ids of the records to change.
struct Things {
  var organization, otherOrganization, workspace, member, guest, key, invite: String
}

/// A method that changes something, with a call of it.
struct Mutation: CustomTestStringConvertible, Sendable {
  typealias Call = @Sendable (any IPC.Channel, Things, CallOptions) async throws -> AnyHashable

  let testDescription: String
  /// The role with the fewest permissions that may call the method.
  let role: Role
  let call: Call

  private init(_ name: String, _ role: Role = .admin, _ call: @escaping Call) {
    (testDescription, self.role, self.call) = (name, role, call)
  }

  static let all = organizations + workspaces + people + keys

  private static let organizations = [
    Mutation("Orgs/Create", .superAdmin) {
      try await OrgsClient($0).create(CreateOrganizationRequest(name: "New"), options: $2)
    },
    Mutation("Orgs/Update") {
      try await OrgsClient($0).update(
        UpdateOrganizationRequest(id: $1.organization, name: "New"), options: $2)
    },
    Mutation("Orgs/Delete", .superAdmin) {
      try await OrgsClient($0).delete(
        DeleteOrganizationRequest(id: $1.organization, confirmName: "Acme"), options: $2)
    },
  ]

  private static let workspaces = [
    Mutation("Workspaces/Create") {
      try await WorkspacesClient($0).create(
        CreateWorkspaceRequest(organizationId: $1.organization, name: "New"), options: $2)
    },
    Mutation("Workspaces/Update") {
      try await WorkspacesClient($0).update(
        UpdateWorkspaceRequest(id: $1.workspace, name: "New"), options: $2)
    },
    Mutation("Workspaces/Archive") {
      try await WorkspacesClient($0).archive(
        ArchiveWorkspaceRequest(id: $1.workspace), options: $2)
    },
    Mutation("WorkspaceMembers/Add") {
      try await WorkspaceMembersClient($0).add(
        AddWorkspaceMemberRequest(
          workspaceId: $1.workspace, userId: $1.guest, workspaceRole: "workspace_user"),
        options: $2)
    },
    Mutation("WorkspaceMembers/Update") {
      try await WorkspaceMembersClient($0).update(
        UpdateWorkspaceMemberRequest(
          workspaceId: $1.workspace, userId: $1.member, workspaceRole: "workspace_developer"),
        options: $2)
    },
    Mutation("WorkspaceMembers/Remove") {
      try await WorkspaceMembersClient($0).remove(
        RemoveWorkspaceMemberRequest(workspaceId: $1.workspace, userId: $1.member), options: $2)
    },
  ]

  private static let people = [
    Mutation("Users/Add") {
      try await UsersClient($0).add(
        AddUserRequest(
          organizationId: $1.organization, email: "new@x.org", name: "N", role: "user"),
        options: $2)
    },
    Mutation("Users/Update") {
      try await UsersClient($0).update(
        UpdateUserRequest(organizationId: $1.organization, id: $1.member, role: "developer"),
        options: $2)
    },
    Mutation("Users/Remove") {
      try await UsersClient($0).remove(
        RemoveUserRequest(organizationId: $1.organization, id: $1.member), options: $2)
    },
    Mutation("Users/Suspend") {
      try await UsersClient($0).suspend(
        SuspendUserRequest(organizationId: $1.organization, id: $1.member), options: $2)
    },
    Mutation("Users/Resume") {
      try await UsersClient($0).resume(
        ResumeUserRequest(organizationId: $1.organization, id: $1.member), options: $2)
    },
    Mutation("Invites/Create") {
      try await InvitesClient($0).create(
        CreateInviteRequest(organizationId: $1.organization, email: "n@x.org", role: "user"),
        options: $2)
    },
    Mutation("Invites/Renew") {
      try await InvitesClient($0).renew(RenewInviteRequest(id: $1.invite), options: $2)
    },
    Mutation("Invites/Delete") {
      try await InvitesClient($0).delete(DeleteInviteRequest(id: $1.invite), options: $2)
    },
  ]

  private static let keys = [
    Mutation("Keys/Issue") {
      try await KeysClient($0).issue(
        IssueKeyRequest(organizationId: $1.organization, name: "New"), options: $2)
    },
    Mutation("Keys/Register") {
      try await KeysClient($0).register(
        RegisterKeyRequest(
          id: "apikey_01Rj2N8SVvo6BePZj99NhmiT", value: "sk-ant-api03-0123456789abcdefghij",
          workspaceId: $1.workspace), options: $2)
    },
    Mutation("Keys/Update") {
      try await KeysClient($0).update(UpdateKeyRequest(id: $1.key, name: "New"), options: $2)
    },
    Mutation("Keys/Link") {
      try await KeysClient($0).link(LinkKeyRequest(id: $1.key, userId: $1.member), options: $2)
    },
    Mutation("Keys/Rotate") {
      try await KeysClient($0).rotate(RotateKeyRequest(id: $1.key), options: $2)
    },
    Mutation("Keys/Revoke") {
      try await KeysClient($0).revoke(RevokeKeyRequest(id: $1.key), options: $2)
    },
  ]
}
