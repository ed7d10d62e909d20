/// The Admin API's names of roles.
enum AdminRoles {
  /// The roles that can be given to a member of an organization. "admin" is not among them.
  static let assignable = ["user", "developer", "billing", "claude_code_user"]

  /// The roles that a member of an organization can have.
  static let ofOrganizations = assignable + ["admin"]

  /// The roles with which a user can be added to a workspace.
  static let addable = [
    "workspace_user", "workspace_developer", "workspace_restricted_developer", "workspace_admin",
  ]

  /// The roles that a member of a workspace can have.
  static let ofWorkspaces = addable + ["workspace_billing"]
}
