import AdminModel
import AdminProtos
import Store

extension Organization {
  init(
    _ stored: Stored<OrganizationRecord>, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    let record = stored.record
    self.init(
      id: record.id, type: "organization", name: record.name, createdAt: record.createdAt,
      updatedAt: record.updatedAt, defaultWorkspaceId: record.defaultWorkspaceId,
      workspaceCount: UInt32(clamping: try Organizations.workspaceCount(of: record.id, in: tx)),
      memberCount: UInt32(clamping: try Organizations.memberCount(of: record.id, in: tx)),
      keyCount: UInt32(clamping: try Organizations.keyCount(of: record.id, in: tx)),
      etag: stored.etag)
  }
}

extension ListOrganizationsResponse {
  init(_ page: Page<OrganizationRecord>, in tx: borrowing some Transaction & ~Copyable) throws {
    var data: [Organization] = []
    for item in page.items { data.append(try Organization(item, in: tx)) }
    self.init(
      data: data, hasMore: page.hasMore, firstId: data.first?.id, lastId: data.last?.id)
  }
}

extension DeleteOrganizationResponse {
  init(_ deletion: Organizations.Deletion, dryRun: Bool) {
    self.init(
      id: deletion.id, type: "organization_deleted", name: deletion.name,
      deleted: deletion.counts.mapValues(UInt32.init), dryRun: dryRun)
  }
}
