import AdminProtos
import AdminServices
import GoogleProtos
import IPC
import Synchronization

/// A service of workspace members that echoes its requests and keeps them.
final class FakeWorkspaceMembers: WorkspaceMembersServiceProtocol {
  private let added = Mutex<[AddWorkspaceMemberRequest]>([])
  private let updated = Mutex<[UpdateWorkspaceMemberRequest]>([])

  var additions: [AddWorkspaceMemberRequest] { added.withLock { $0 } }
  var updates: [UpdateWorkspaceMemberRequest] { updated.withLock { $0 } }

  func add(_ request: AddWorkspaceMemberRequest, context: CallContext) async throws
    -> WorkspaceMember
  {
    added.withLock { $0.append(request) }
    return Self.member(request.userId, of: request.workspaceId, request.workspaceRole)
  }

  func get(_ request: GetWorkspaceMemberRequest, context: CallContext) async throws
    -> WorkspaceMember
  {
    Self.member(request.userId, of: request.workspaceId, "workspace_admin")
  }

  func list(_ request: ListWorkspaceMembersRequest, context: CallContext) async throws
    -> ListWorkspaceMembersResponse
  {
    guard request.workspaceId != "wrkspc_empty" else { return ListWorkspaceMembersResponse() }
    let member = Self.member("user_1", of: request.workspaceId, "workspace_user")
    return ListWorkspaceMembersResponse(data: [member], firstId: "user_1", lastId: "user_1")
  }

  func update(_ request: UpdateWorkspaceMemberRequest, context: CallContext) async throws
    -> WorkspaceMember
  {
    updated.withLock { $0.append(request) }
    return Self.member(request.userId, of: request.workspaceId, request.workspaceRole)
  }

  func remove(_ request: RemoveWorkspaceMemberRequest, context: CallContext) async throws
    -> RemoveWorkspaceMemberResponse
  {
    RemoveWorkspaceMemberResponse(
      type: "workspace_member_deleted", userId: request.userId, workspaceId: request.workspaceId)
  }

  private static func member(_ user: String, of workspace: String, _ role: String)
    -> WorkspaceMember
  {
    WorkspaceMember(
      type: "workspace_member", userId: user, workspaceId: workspace, workspaceRole: role,
      email: "jane@x.org", name: "Jane", addedAt: GoogleTimestamp(seconds: 1_767_323_045))
  }
}
