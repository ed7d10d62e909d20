import AdminProtos

/// The Admin API shows a member of a workspace without an id, and without times.
extension WorkspaceMember: AdminResource {
  static let adminFields = ResourceFields<WorkspaceMember>(
    "WorkspaceMember",
    .constant("type", "workspace_member"),
    .text("user_id", \.userId),
    .text("workspace_id", \.workspaceId),
    .text("workspace_role", \.workspaceRole, .oneOf(AdminRoles.ofWorkspaces)))
}

extension RemoveWorkspaceMemberResponse: AdminResource {
  static let adminFields = ResourceFields<RemoveWorkspaceMemberResponse>(
    "DeletedWorkspaceMember",
    .constant("type", "workspace_member_deleted"),
    .text("user_id", \.userId),
    .text("workspace_id", \.workspaceId))
}

extension AddWorkspaceMemberRequest {
  static let adminFields = InputValue<AddWorkspaceMemberRequest>.object(
    "AddWorkspaceMember",
    .required("user_id", .text) { $0.userId = $1 },
    .required("workspace_role", .choice(of: AdminRoles.addable)) { $0.workspaceRole = $1 })
}

extension UpdateWorkspaceMemberRequest {
  static let adminFields = InputValue<UpdateWorkspaceMemberRequest>.object(
    "UpdateWorkspaceMember",
    .required("workspace_role", .choice(of: AdminRoles.ofWorkspaces)) { $0.workspaceRole = $1 })
}
