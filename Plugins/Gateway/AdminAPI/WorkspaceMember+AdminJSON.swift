import AdminProtos
import ProtobufRuntime

extension WorkspaceMember {
  /// The member as the Admin API shows them: without an id, and without times.
  var adminJSON: JSONValue {
    .object([
      ("type", .string("workspace_member")), ("user_id", .string(userId)),
      ("workspace_id", .string(workspaceId)), ("workspace_role", .string(workspaceRole)),
    ])
  }

  static let adminSchema = Schema.object(
    .init("type", .constant("workspace_member")), .init("user_id", .string),
    .init("workspace_id", .string), .init("workspace_role", .oneOf(AdminRoles.ofWorkspaces))
  ).named("WorkspaceMember")
}

extension RemoveWorkspaceMemberResponse {
  var adminJSON: JSONValue {
    .object([
      ("type", .string("workspace_member_deleted")), ("user_id", .string(userId)),
      ("workspace_id", .string(workspaceId)),
    ])
  }

  static let adminSchema = Schema.object(
    .init("type", .constant("workspace_member_deleted")), .init("user_id", .string),
    .init("workspace_id", .string)
  ).named("DeletedWorkspaceMember")
}

extension AddWorkspaceMemberRequest {
  static let adminSchema = Schema.object(
    .init("user_id", .string), .init("workspace_role", .oneOf(AdminRoles.addable))
  ).named("AddWorkspaceMember")

  init(_ body: AdminBody) throws(APIError) {
    self.init(
      userId: try body.text("user_id"),
      workspaceRole: try body.choice("workspace_role", of: AdminRoles.addable))
  }
}

extension UpdateWorkspaceMemberRequest {
  static let adminSchema = Schema.object(
    .init("workspace_role", .oneOf(AdminRoles.ofWorkspaces))
  ).named("UpdateWorkspaceMember")

  init(_ body: AdminBody) throws(APIError) {
    self.init(workspaceRole: try body.choice("workspace_role", of: AdminRoles.ofWorkspaces))
  }
}
