import AdminKit
import AdminModel
import AdminProtos
import AdminServices
import IPC
import PluginKit
import Store

/// `steward.workspaces.v1.WorkspaceMembers` over the admin model.
struct WorkspaceMembersService: WorkspaceMembersServiceProtocol {
  let store: AdminStore

  func add(_ request: AddWorkspaceMemberRequest, context: CallContext) async throws
    -> WorkspaceMember
  {
    try await store.change(context, request, in: request.organizationId) { access, tx in
      WorkspaceMember(
        try WorkspaceMembers.add(
          request.userId, to: request.workspaceId, role: request.workspaceRole, by: access,
          in: &tx))
    }
  }

  func get(_ request: GetWorkspaceMemberRequest, context: CallContext) async throws
    -> WorkspaceMember
  {
    try store.read(context, in: request.organizationId) { access, tx in
      WorkspaceMember(
        try WorkspaceMembers.get(
          request.userId, of: request.workspaceId, by: access, in: tx))
    }
  }

  func list(_ request: ListWorkspaceMembersRequest, context: CallContext) async throws
    -> ListWorkspaceMembersResponse
  {
    try store.read(context, in: request.organizationId) { access, tx in
      let page = try WorkspaceMembers.list(
        workspace: request.workspaceId, limit: request.limit, after: request.afterId,
        before: request.beforeId, by: access, in: tx)
      return ListWorkspaceMembersResponse(page)
    }
  }

  func update(_ request: UpdateWorkspaceMemberRequest, context: CallContext) async throws
    -> WorkspaceMember
  {
    try await store.change(context, request, in: request.organizationId) { access, tx in
      WorkspaceMember(
        try WorkspaceMembers.update(
          request.userId, of: request.workspaceId, role: request.workspaceRole,
          ifMatch: request.ifMatch, by: access, in: &tx))
    }
  }

  func remove(_ request: RemoveWorkspaceMemberRequest, context: CallContext) async throws
    -> RemoveWorkspaceMemberResponse
  {
    try await store.change(context, request, in: request.organizationId) { access, tx in
      try WorkspaceMembers.remove(
        request.userId, of: request.workspaceId, ifMatch: request.ifMatch, by: access, in: &tx)
      return RemoveWorkspaceMemberResponse(
        type: "workspace_member_deleted", userId: request.userId,
        workspaceId: request.workspaceId)
    }
  }
}
