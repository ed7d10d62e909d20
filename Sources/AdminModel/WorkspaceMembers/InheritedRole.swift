/// The effect of a role in an organization on each of its workspaces. (Admin API, workspace
/// members.)
enum InheritedRole {
  /// The role gives no access to workspaces.
  case none
  /// The role gives every right in the workspaces, so that no role given there adds to it.
  case admin
  /// The role lets the user read in the workspaces. The user can be made an admin of a workspace in
  /// addition.
  case billing

  init(ofOrganizationRole role: String) {
    self =
      switch Role(rawValue: role) {
      case .admin: .admin
      case .billing: .billing
      default: .none
      }
  }

  /// The role in the workspace; nil for none.
  var role: Role? {
    switch self {
    case .none: nil
    case .admin: .workspaceAdmin
    case .billing: .workspaceBilling
    }
  }

  /// Returns whether a user who inherits this may be given a role in addition.
  func leavesRoom(for role: Role) -> Bool {
    switch self {
    case .none: role != .workspaceBilling
    case .admin: false
    case .billing: role == .workspaceAdmin
    }
  }
}
