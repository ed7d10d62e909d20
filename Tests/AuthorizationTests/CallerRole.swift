import AdminModel

/// What somebody may be who calls: a column of the matrix.
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

  /// What a member of the own workspace is there.
  var workspaceRole: Role? { Role.ofWorkspaces.first { $0.rawValue == rawValue } }

  /// What a member of the own organization is there. Whoever has a role in a workspace has the least in its
  /// organization, so that the column shows what the workspace's adds.
  var organizationRole: Role? {
    if workspaceRole != nil { return .claudeCodeUser }
    return Role.ofOrganizations.first { $0.rawValue == rawValue }
  }
}
