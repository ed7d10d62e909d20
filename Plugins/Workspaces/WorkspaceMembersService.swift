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
      try WorkspaceMembers.add(request, by: access, in: &tx)
    }
  }

  func get(_ request: GetWorkspaceMemberRequest, context: CallContext) async throws
    -> WorkspaceMember
  {
    try store.read(context, in: request.organizationId) { access, tx in
      try WorkspaceMembers.get(request, by: access, in: tx)
    }
  }

  func list(_ request: ListWorkspaceMembersRequest, context: CallContext) async throws
    -> ListWorkspaceMembersResponse
  {
    try store.read(context, in: request.organizationId) { access, tx in
      try WorkspaceMembers.list(request, by: access, in: tx)
    }
  }

  func update(_ request: UpdateWorkspaceMemberRequest, context: CallContext) async throws
    -> WorkspaceMember
  {
    try await store.change(context, request, in: request.organizationId) { access, tx in
      try WorkspaceMembers.update(request, by: access, in: &tx)
    }
  }

  func remove(_ request: RemoveWorkspaceMemberRequest, context: CallContext) async throws
    -> RemoveWorkspaceMemberResponse
  {
    try await store.change(context, request, in: request.organizationId) { access, tx in
      try WorkspaceMembers.remove(request, by: access, in: &tx)
    }
  }
}
