/// A role that a user may have in the installation, in an organization, or in a workspace. (Admin
/// API, users and workspace members; the super admin is Steward's own.)
public enum Role: String, CaseIterable, Sendable {
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

  /// The roles that a member of an organization may have.
  public static let ofOrganizations: [Role] = [
    .user, .developer, .billing, .admin, .claudeCodeUser,
  ]

  /// The roles that a member of a workspace may have.
  public static let ofWorkspaces: [Role] = [
    .workspaceUser, .workspaceDeveloper, .workspaceRestrictedDeveloper, .workspaceAdmin,
    .workspaceBilling,
  ]
}
