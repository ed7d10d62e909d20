/// The Admin API's names of roles.
enum AdminRoles {
  /// Those that a member of an organization can be given. "admin" is not among them.
  static let assignable = ["user", "developer", "billing", "claude_code_user"]

  /// Those that a member of an organization can have.
  static let ofOrganizations = assignable + ["admin"]

  /// Those that a member of a workspace can be added with.
  static let addable = [
    "workspace_user", "workspace_developer", "workspace_restricted_developer", "workspace_admin",
  ]

  /// Those that a member of a workspace can have.
  static let ofWorkspaces = addable + ["workspace_billing"]
}
