/// What a role in an organization means in each of its workspaces. (Admin API, workspace members.)
enum InheritedRole {
  /// Works in none by it.
  case none
  /// Has every right there already, so that nothing given there adds to it.
  case admin
  /// Sees what there is, and may be let in as an admin beside.
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

  /// Whether somebody who inherits this may be let in with a role beside.
  func leavesRoom(for role: Role) -> Bool {
    switch self {
    case .none: role != .workspaceBilling
    case .admin: false
    case .billing: role == .workspaceAdmin
    }
  }
}
