import AdminProtos
import AdminServices
import GoogleProtos
import IPC
import Synchronization

/// A workspaces service that echoes its requests and keeps them.
final class FakeWorkspaces: WorkspacesServiceProtocol {
  private let created = Mutex<[CreateWorkspaceRequest]>([])
  private let updated = Mutex<[UpdateWorkspaceRequest]>([])

  var creations: [CreateWorkspaceRequest] { created.withLock { $0 } }
  var updates: [UpdateWorkspaceRequest] { updated.withLock { $0 } }

  func create(_ request: CreateWorkspaceRequest, context: CallContext) async throws -> Workspace {
    created.withLock { $0.append(request) }
    return Workspace(
      id: "wrkspc_2", type: "workspace", organizationId: request.organizationId,
      name: request.name, displayColor: request.displayColor ?? "#6C5BB9", tags: request.tags)
  }

  func get(_ request: GetWorkspaceRequest, context: CallContext) async throws -> Workspace {
    Workspace(id: request.id, type: "workspace", name: "x")
  }

  func list(_ request: ListWorkspacesRequest, context: CallContext) async throws
    -> ListWorkspacesResponse
  {
    guard request.includeDefault else { return ListWorkspacesResponse() }
    let workspace = Workspace(
      id: "wrkspc_1", type: "workspace", organizationId: request.organizationId, name: "Default",
      createdAt: GoogleTimestamp(seconds: 1_767_323_045), displayColor: "#6C5BB9",
      tags: ["b": "2", "a": "1"], isDefault: true)
    return ListWorkspacesResponse(data: [workspace], firstId: workspace.id, lastId: workspace.id)
  }

  func update(_ request: UpdateWorkspaceRequest, context: CallContext) async throws -> Workspace {
    updated.withLock { $0.append(request) }
    return Workspace(id: request.id, type: "workspace", name: request.name ?? "x")
  }

  func archive(_ request: ArchiveWorkspaceRequest, context: CallContext) async throws
    -> ArchiveWorkspaceResponse
  {
    let time = GoogleTimestamp(seconds: 1_767_323_045)
    return ArchiveWorkspaceResponse(
      workspace: Workspace(id: request.id, type: "workspace", name: "x", archivedAt: time),
      endedKeys: 3, lastUsedAt: time, dryRun: request.dryRun)
  }
}
