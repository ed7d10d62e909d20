internal import AdminProtos
internal import Store

/// Which workspaces of an organization a list shows.
struct WorkspaceView: Hashable {
  var includesArchived: Bool
  var includesDefault: Bool

  /// Those in use, without the Default Workspace: what a list shows unless asked for more.
  static let usual = WorkspaceView(includesArchived: false, includesDefault: false)

  /// All that an organization has.
  static let everything = WorkspaceView(includesArchived: true, includesDefault: true)

  static let all = [
    usual,
    WorkspaceView(includesArchived: true, includesDefault: false),
    WorkspaceView(includesArchived: false, includesDefault: true),
    everything,
  ]

  func shows(_ record: WorkspaceRecord) -> Bool {
    (includesArchived || record.archivedAt == nil) && (includesDefault || !record.isDefault)
  }

  func key(organization: String) -> IndexKey {
    IndexKey(.string(organization), .flag(includesArchived), .flag(includesDefault))
  }
}
