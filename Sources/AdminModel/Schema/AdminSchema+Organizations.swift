internal import AdminProtos
internal import Store

extension AdminSchema {
  static let organizations = Table<OrganizationRecord>(
    "organizations", noun: "organization", key: { $0.id }, indexes: [organizationsByName])

  /// For those who call an organization by its name, which need not be unique.
  static let organizationsByName = Index<OrganizationRecord>("organizations_by_name") {
    [IndexKey($0.name)]
  }

  static let workspaces = Table<WorkspaceRecord>(
    "workspaces", noun: "workspace", key: { $0.id },
    indexes: [workspacesByView, workspacesByName], counters: [activeWorkspaces])

  /// The workspaces of an organization as each kind of list shows them, so that a list never reads
  /// past records that it doesn't want.
  static let workspacesByView = Index<WorkspaceRecord>("workspaces_by_view") { record in
    WorkspaceView.all.filter { $0.shows(record) }.map {
      $0.key(organization: record.organizationId)
    }
  }

  /// For those who call a workspace by its organization and name, which need not be unique.
  static let workspacesByName = Index<WorkspaceRecord>("workspaces_by_name") {
    [IndexKey($0.organizationId, $0.name)]
  }

  /// How many workspaces an organization has in use, by its id: those that count against its limit.
  static let activeWorkspaces = Counter<WorkspaceRecord>("active_workspaces") { record in
    WorkspaceView.usual.shows(record) ? [IndexKey(record.organizationId)] : []
  }
}
