internal import AdminProtos
internal import Store

/// The selection of an organization's workspaces that a list shows.
struct WorkspaceView: Hashable {
  var includesArchived: Bool
  var includesDefault: Bool

  /// The active workspaces, without the Default Workspace: what a list shows by default.
  static let usual = WorkspaceView(includesArchived: false, includesDefault: false)

  /// All workspaces of an organization.
  static let everything = WorkspaceView(includesArchived: true, includesDefault: true)

  static let all = [
    usual,
    WorkspaceView(includesArchived: true, includesDefault: false),
    WorkspaceView(includesArchived: false, includesDefault: true),
    everything,
  ]

  func shows(_ record: Workspace) -> Bool {
    (includesArchived || record.archivedAt == nil) && (includesDefault || !record.isDefault)
  }

  func key(organization: String) -> IndexKey {
    IndexKey(.string(organization), .flag(includesArchived), .flag(includesDefault))
  }
}
