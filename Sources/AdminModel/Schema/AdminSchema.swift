internal import StewardProtos
internal import Store

/// Every table of the admin domain. A new table is listed here, and nowhere else.
enum AdminSchema {
  static let schema = Schema(name: "admin", version: 1, tables: [organizations, workspaces])

  static let organizations = Table<OrganizationRecord>(
    "organizations", noun: "organization", key: { $0.id })

  static let workspaces = Table<WorkspaceRecord>(
    "workspaces", noun: "workspace", key: { $0.id },
    indexes: [workspacesByView], counters: [activeWorkspaces])

  /// The workspaces of an organization as each kind of list shows them, so that a list never reads
  /// past records that it doesn't want.
  static let workspacesByView = Index<WorkspaceRecord>("workspaces_by_view") { record in
    WorkspaceView.all.filter { $0.shows(record) }.map {
      $0.key(organization: record.organizationId)
    }
  }

  /// How many workspaces an organization has in use, by its id: those that count against its limit.
  static let activeWorkspaces = Counter<WorkspaceRecord>("active_workspaces") { record in
    WorkspaceView.usual.shows(record) ? [IndexKey(record.organizationId)] : []
  }
}
