import AdminKit
import AdminModel
import AdminProtos
import AdminServices
import IPC
import PluginKit
import Store

/// `steward.workspaces.v1.Workspaces` over the admin model.
struct WorkspacesService: WorkspacesServiceProtocol {
  let store: AdminStore
  let limit: Int

  func create(_ request: CreateWorkspaceRequest, context: CallContext) async throws -> Workspace {
    try await store.change(context, request) { access, tx in
      try Workspaces.create(request, limit: limit, by: access, in: &tx)
    }
  }

  func get(_ request: GetWorkspaceRequest, context: CallContext) async throws -> Workspace {
    try store.read(context, in: request.organizationId) { access, tx in
      try Workspaces.get(request.id, by: access, in: tx)
    }
  }

  func list(_ request: ListWorkspacesRequest, context: CallContext) async throws
    -> ListWorkspacesResponse
  {
    try store.read(context) { access, tx in
      try Workspaces.list(request, by: access, in: tx)
    }
  }

  func update(_ request: UpdateWorkspaceRequest, context: CallContext) async throws -> Workspace {
    try await store.change(context, request, in: request.organizationId) { access, tx in
      try Workspaces.update(request, by: access, in: &tx)
    }
  }

  func archive(_ request: ArchiveWorkspaceRequest, context: CallContext) async throws
    -> ArchiveWorkspaceResponse
  {
    try await store.change(
      context, request, in: request.organizationId, dryRun: request.dryRun
    ) { access, tx in
      try Workspaces.archive(request, by: access, in: &tx)
    }
  }
}
