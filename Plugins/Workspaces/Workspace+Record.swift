import AdminModel
import AdminProtos
import Store

extension Workspace {
  init(_ stored: Stored<WorkspaceRecord>) {
    let record = stored.record
    self.init(
      id: record.id, type: "workspace", organizationId: record.organizationId, name: record.name,
      createdAt: record.createdAt, updatedAt: record.updatedAt, archivedAt: record.archivedAt,
      displayColor: record.displayColor, tags: record.tags,
      dataResidency: record.dataResidency.map(DataResidency.init),
      compartmentId: record.compartmentId, isDefault: record.isDefault, etag: stored.etag)
  }
}

extension ListWorkspacesResponse {
  init(_ page: Page<WorkspaceRecord>) {
    let data = page.items.map(Workspace.init)
    self.init(
      data: data, hasMore: page.hasMore, firstId: data.first?.id, lastId: data.last?.id)
  }
}

extension WorkspaceDraft {
  init(_ request: CreateWorkspaceRequest) {
    self.init(
      organization: request.organizationId, name: request.name,
      displayColor: request.displayColor, tags: request.tags,
      dataResidency: request.dataResidency.map(DataResidencyRecord.init))
  }
}

extension WorkspaceChanges {
  init(_ request: UpdateWorkspaceRequest) {
    self.init(
      name: request.name, displayColor: request.displayColor, tagsToSet: request.tags,
      tagsToRemove: Set(request.removeTags),
      dataResidency: request.dataResidency.map(DataResidencyRecord.init))
  }
}

extension DataResidency {
  init(_ record: DataResidencyRecord) {
    self.init(
      workspaceGeo: record.workspaceGeo, allowedInferenceGeos: record.allowedInferenceGeos,
      defaultInferenceGeo: record.defaultInferenceGeo)
  }
}

extension DataResidencyRecord {
  init(_ residency: DataResidency) {
    self.init(
      workspaceGeo: residency.workspaceGeo, allowedInferenceGeos: residency.allowedInferenceGeos,
      defaultInferenceGeo: residency.defaultInferenceGeo)
  }
}
