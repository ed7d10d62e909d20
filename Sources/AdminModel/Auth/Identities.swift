public import AdminProtos
internal import IPCProtos
public import Store

/// The identities of callers.
public enum Identities {
  /// Returns the caller's own identity.
  public static func get(
    _ access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Identity {
    let principal = access.principal
    let (name, email) = try names(of: principal, in: tx)
    let user = try access.user.map { try AdminSchema.users.require($0, in: tx).record }
    return Identity(
      type: type(of: principal), id: principal.id, name: name, email: email,
      superAdmin: access.allows(.manageUsers, at: .installation),
      organizations: try organizations(of: access, in: tx), sessionId: principal.session,
      permissions: principal.permissionsOfInstallation, profile: user?.profile)
  }

  private static func type(of principal: IPCPrincipal) -> String {
    switch principal.kind {
    case .user, .adminKey, .plugin: principal.kind.actorWord
    default: IPCPrincipal.Kind.operator.actorWord
    }
  }

  private static func names(
    of principal: IPCPrincipal, in tx: borrowing some Transaction & ~Copyable
  ) throws -> (name: String, email: String) {
    switch principal.kind {
    case .user:
      let user = try AdminSchema.users.require(principal.id, in: tx).record
      return (user.name, user.email)
    case .adminKey:
      return (try AdminSchema.adminKeys.require(principal.id, in: tx).record.key.name, "")
    default:
      return ("The user who runs the host", "")
    }
  }

  /// Returns the roles of the caller, by organization.
  private static func organizations(
    of access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> [IdentityOrganization] {
    let principal = access.principal
    let held = principal.roles.filter { !$0.organizationId.isEmpty }
    var organizations: [IdentityOrganization] = []
    for id in Set(held.map(\.organizationId)).sorted() {
      guard let organization = try AdminSchema.organizations.get(id, in: tx)?.record else {
        continue
      }
      let here = held.filter { $0.organizationId == id }
      organizations.append(
        IdentityOrganization(
          id: organization.id, name: organization.name,
          role: here.first { $0.workspaceId.isEmpty }?.role ?? "",
          workspaces: try workspaces(here, of: principal, in: tx),
          permissions: principal.permissions(at: .organization(id)),
          ownPermissions: ownPermissions(of: access, in: organization.id)))
    }
    return organizations
  }

  private static func ownPermissions(of access: Access, in organization: String) -> [String] {
    Permission.allCases.filter { access.allowsOnlyOwn($0, at: .organization(organization)) }
      .map(\.rawValue).sorted()
  }

  private static func workspaces(
    _ roles: [IPCRoleGrant], of principal: IPCPrincipal,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> [IdentityWorkspace] {
    var workspaces: [IdentityWorkspace] = []
    for grant in roles where !grant.workspaceId.isEmpty {
      guard let workspace = try AdminSchema.workspaces.get(grant.workspaceId, in: tx)?.record
      else { continue }
      workspaces.append(
        IdentityWorkspace(
          id: workspace.id, name: workspace.name, role: grant.role,
          permissions: principal.permissions(of: [grant])))
    }
    return workspaces
  }
}
