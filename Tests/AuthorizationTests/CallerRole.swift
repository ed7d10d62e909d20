import AdminModel

/// The role of a caller, which is a column of the matrix.
enum CallerRole: String, CaseIterable, Sendable {
  case `operator`
  case superAdmin = "super_admin"

  case admin
  case billing
  case developer
  case user
  case claudeCodeUser = "claude_code_user"

  case workspaceAdmin = "workspace_admin"
  case workspaceBilling = "workspace_billing"
  case workspaceDeveloper = "workspace_developer"
  case workspaceRestrictedDeveloper = "workspace_restricted_developer"
  case workspaceUser = "workspace_user"

  case adminKey = "admin_key"
  case anonymous

  /// The workspace role of this column, or nil if it is none.
  var workspaceRole: Role? { Role.ofWorkspaces.first { $0.rawValue == rawValue } }

  /// The organization role of this column, or nil if it has none. A caller with a workspace role
  /// has the lowest organization role, so that the column shows what the workspace role adds.
  var organizationRole: Role? {
    if workspaceRole != nil { return .claudeCodeUser }
    return Role.ofOrganizations.first { $0.rawValue == rawValue }
  }
}
