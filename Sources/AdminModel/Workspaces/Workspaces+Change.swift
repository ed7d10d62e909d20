public import AdminProtos
internal import GoogleProtos
public import Store

extension Workspaces {
  /// Changes the fields that the request sets.
  public static func update(
    _ request: UpdateWorkspaceRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> Workspace {
    let id = request.id
    _ = try find(id, for: .updateWorkspaces, by: access, in: tx)
    let now = tx.now
    let updated = try AdminSchema.workspaces.update(
      id, ifMatch: request.ifMatch, in: &tx
    ) { workspace in
      try refuseDefault(workspace, "changed")
      try refuseArchived(workspace)
      var violations = Violations()
      var changed = workspace
      changed.apply(request, into: &violations)
      try violations.check()
      guard changed != workspace else { return }
      changed.updatedAt = now
      workspace = changed
    }
    return try shown(updated, in: tx)
  }

  /// Archives a workspace and its keys permanently. A workspace that was archived before keeps its
  /// first time.
  ///
  /// To see which keys would end, call it in a dry run.
  public static func archive(
    _ request: ArchiveWorkspaceRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> ArchiveWorkspaceResponse {
    let (archived, keys, lastUse) = try end(
      request.id, ifMatch: request.ifMatch, by: access, in: &tx)
    return ArchiveWorkspaceResponse(
      workspace: archived, endedKeys: UInt32(clamping: keys), lastUsedAt: lastUse,
      dryRun: request.dryRun)
  }

  /// Archives a workspace and its keys permanently, as ``archive(_:by:in:)`` does.
  ///
  /// - Parameter etag: The etag that the workspace must still have; empty for any.
  static func archive(
    _ id: String, ifMatch etag: String, by access: Access, in tx: inout WriteTransaction
  ) throws -> Workspace {
    try end(id, ifMatch: etag, by: access, in: &tx).workspace
  }

  private static func end(
    _ id: String, ifMatch etag: String, by access: Access, in tx: inout WriteTransaction
  ) throws -> (workspace: Workspace, keys: Int, lastUse: GoogleTimestamp?) {
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
    let (keys, lastUse) = try Keys.archiveAll(
      ofWorkspace: id, organization: organization, in: &tx)
    return (try shown(archived, in: tx), keys, lastUse)
  }

  static func refuseDefault(_ record: Workspace, _ verb: String) throws {
    guard record.isDefault else { return }
    throw AdminError.refused(
      reason: "DEFAULT_WORKSPACE",
      message: "Workspace \(record.id) is its organization's Default Workspace, which can't be "
        + "\(verb). Create another workspace instead.")
  }

  static func refuseArchived(_ record: Workspace) throws {
    guard record.archivedAt != nil else { return }
    throw AdminError.refused(
      reason: "WORKSPACE_ARCHIVED",
      message: "Workspace \(record.id) is archived permanently. Create another one.")
  }
}
