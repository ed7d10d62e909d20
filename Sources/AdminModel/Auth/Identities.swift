public import AdminProtos
public import IPCProtos
public import Store

/// A caller as shown to itself: who it is, and which roles it has in which places.
public struct Caller: Sendable, Hashable {
  /// An organization in which the caller has a role.
  public struct Place: Sendable, Hashable {
    public let organization: Organization
    /// Empty if the caller only has roles in its workspaces.
    public let role: String
    public let workspaces: [WorkspaceReference]
  }

  /// A workspace in which the caller has a role beside the one that the organization's role gives.
  public struct WorkspaceReference: Sendable, Hashable {
    public let workspace: Workspace
    public let role: String
  }

  public let principal: IPCPrincipal
  public let name: String
  public let email: String
  public let isSuperAdmin: Bool
  public let places: [Place]
}

/// The identities of callers.
public enum Identities {
  /// Returns the caller's own identity.
  public static func get(
    _ access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Caller {
    let principal = access.principal
    let (name, email) = try names(of: principal, in: tx)
    return Caller(
      principal: principal, name: name, email: email,
      isSuperAdmin: access.allows(.manageUsers, at: .installation),
      places: try places(of: principal, in: tx))
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

  /// Returns the roles of the principal, by organization.
  private static func places(
    of principal: IPCPrincipal, in tx: borrowing some Transaction & ~Copyable
  ) throws -> [Caller.Place] {
    let held = principal.roles.filter { !$0.organizationId.isEmpty }
    var places: [Caller.Place] = []
    for id in Set(held.map(\.organizationId)).sorted() {
      guard let organization = try AdminSchema.organizations.get(id, in: tx)?.record else {
        continue
      }
      let here = held.filter { $0.organizationId == id }
      places.append(
        Caller.Place(
          organization: organization,
          role: here.first { $0.workspaceId.isEmpty }?.role ?? "",
          workspaces: try workspaces(here, in: tx)))
    }
    return places
  }

  private static func workspaces(
    _ roles: [IPCRoleGrant], in tx: borrowing some Transaction & ~Copyable
  ) throws -> [Caller.WorkspaceReference] {
    var places: [Caller.WorkspaceReference] = []
    for grant in roles where !grant.workspaceId.isEmpty {
      guard let workspace = try AdminSchema.workspaces.get(grant.workspaceId, in: tx)?.record
      else { continue }
      places.append(Caller.WorkspaceReference(workspace: workspace, role: grant.role))
    }
    return places
  }
}
