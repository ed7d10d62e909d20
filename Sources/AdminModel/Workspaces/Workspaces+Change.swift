public import AdminProtos
public import Store

extension Workspaces {
  /// Changes the fields that `changes` sets.
  ///
  /// - Parameter etag: The etag that the workspace must still have; empty for any.
  public static func update(
    _ id: String, _ changes: WorkspaceChanges, ifMatch etag: String, by access: Access,
    in tx: inout WriteTransaction
  ) throws -> Stored<WorkspaceRecord> {
    _ = try find(id, for: .updateWorkspaces, by: access, in: tx)
    let now = tx.now
    return try AdminSchema.workspaces.update(id, ifMatch: etag, in: &tx) { record in
      try refuseDefault(record, "changed")
      try refuseArchived(record)
      var violations = Violations()
      var changed = changes.applied(to: record, into: &violations)
      try violations.check()
      guard changed != record else { return }
      changed.updatedAt = now
      record = changed
    }
  }

  /// Archives a workspace and its keys permanently. A workspace that was archived before keeps its
  /// first time.
  ///
  /// - Parameter etag: The etag that the workspace must still have; empty for any.
  public static func archive(
    _ id: String, ifMatch etag: String, by access: Access, in tx: inout WriteTransaction
  ) throws -> Stored<WorkspaceRecord> {
    let organization = try find(id, for: .archiveWorkspaces, by: access, in: tx).record
      .organizationId
    let now = tx.now
    let archived = try AdminSchema.workspaces.update(
      id, ifMatch: etag, action: "workspace.archived", in: &tx
    ) { record in
      try refuseDefault(record, "archived")
      guard record.archivedAt == nil else { return }
      record.archivedAt = now
      record.updatedAt = now
    }
    try Keys.archiveAll(ofWorkspace: id, organization: organization, in: &tx)
    return archived
  }

  static func refuseDefault(_ record: WorkspaceRecord, _ verb: String) throws {
    guard record.isDefault else { return }
    throw AdminError.refused(
      reason: "DEFAULT_WORKSPACE",
      message: "Workspace \(record.id) is its organization's Default Workspace, which can't be "
        + "\(verb). Create another workspace instead.")
  }

  static func refuseArchived(_ record: WorkspaceRecord) throws {
    guard record.archivedAt != nil else { return }
    throw AdminError.refused(
      reason: "WORKSPACE_ARCHIVED",
      message: "Workspace \(record.id) is archived permanently. Create another one.")
  }
}
