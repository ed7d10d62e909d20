import AdminKit
import AdminModel
import AdminProtos
import AdminServices
import IPC
import PluginKit
import Store

/// `steward.workspaces.v1.WorkspaceMembers` over the admin model.
struct WorkspaceMembersService: WorkspaceMembersServiceProtocol {
  let store: Store

  func add(_ request: AddWorkspaceMemberRequest, context: CallContext) async throws
    -> WorkspaceMember
  {
    let access = try Access(context).within(request.organizationId)
    return try await store.once(change(context), by: access, request: request) { tx, access in
      WorkspaceMember(
        try WorkspaceMembers.add(
          request.userId, to: request.workspaceId, role: request.workspaceRole, by: access,
          in: &tx))
    }
  }

  func get(_ request: GetWorkspaceMemberRequest, context: CallContext) async throws
    -> WorkspaceMember
  {
    let access = try Access(context).within(request.organizationId)
    return try store.read { tx in
      WorkspaceMember(
        try WorkspaceMembers.get(
          request.userId, of: request.workspaceId, by: access, in: tx))
    }
  }

  func list(_ request: ListWorkspaceMembersRequest, context: CallContext) async throws
    -> ListWorkspaceMembersResponse
  {
    let access = try Access(context).within(request.organizationId)
    return try store.read { tx in
      let page = try WorkspaceMembers.list(
        workspace: request.workspaceId, limit: request.limit, after: request.afterId,
        before: request.beforeId, by: access, in: tx)
      return ListWorkspaceMembersResponse(page)
    }
  }

  func update(_ request: UpdateWorkspaceMemberRequest, context: CallContext) async throws
    -> WorkspaceMember
  {
    let access = try Access(context).within(request.organizationId)
    return try await store.once(change(context), by: access, request: request) { tx, access in
      WorkspaceMember(
        try WorkspaceMembers.update(
          request.userId, of: request.workspaceId, role: request.workspaceRole,
          ifMatch: request.ifMatch, by: access, in: &tx))
    }
  }

  func remove(_ request: RemoveWorkspaceMemberRequest, context: CallContext) async throws
    -> RemoveWorkspaceMemberResponse
  {
    let access = try Access(context).within(request.organizationId)
    return try await store.once(change(context), by: access, request: request) { tx, access in
      try WorkspaceMembers.remove(
        request.userId, of: request.workspaceId, ifMatch: request.ifMatch, by: access, in: &tx)
      return RemoveWorkspaceMemberResponse(
        type: "workspace_member_deleted", userId: request.userId,
        workspaceId: request.workspaceId)
    }
  }

  private func change(_ context: CallContext) throws -> Change {
    try Change(by: context, plugin: "workspaces")
  }
}
