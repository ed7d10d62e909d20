internal import IPCProtos

/// The permissions that a principal's roles give, as clients see them. They are for deciding what
/// to offer; ``Access`` decides what is allowed.
extension IPCPrincipal {
  /// The permissions in the whole installation, sorted; "*" for all permissions, including those
  /// of other plugins.
  var permissionsOfInstallation: [String] {
    switch kind {
    case .operator, .host: return ["*"]
    case .plugin:
      return Permission.allCases.filter { $0.mayBeHeld(by: kind) }.map(\.rawValue).sorted()
    default:
      let isSuperAdmin = roles.contains { $0.role == Role.superAdmin.rawValue }
      return isSuperAdmin ? ["*"] : permissions(at: .installation)
    }
  }

  /// Returns the permissions of all roles that hold at a place, sorted.
  func permissions(at place: Scope) -> [String] {
    permissions(
      of: roles.filter {
        Scope(organization: $0.organizationId, workspace: $0.workspaceId).contains(place)
      })
  }

  /// Returns the permissions of some of the roles, sorted.
  func permissions(of grants: [IPCRoleGrant]) -> [String] {
    let held = grants.compactMap { Role(rawValue: $0.role) }
      .reduce(into: Set<Permission>()) { $0.formUnion($1.permissions) }
    return held.filter { $0.mayBeHeld(by: kind) }.map(\.rawValue).sorted()
  }
}
