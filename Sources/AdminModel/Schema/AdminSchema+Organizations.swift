internal import AdminProtos
internal import Store

extension AdminSchema {
  static let organizationsPart = SchemaPart(
    tables: [organizations, workspaces],
    references: [
      ReferenceRule(from: organizations, to: workspaces) { $0.defaultWorkspaceId },
      ReferenceRule(from: workspaces, to: organizations) { $0.organizationId },
    ],
    cascade: [
      .all(of: workspaces, by: workspacesByView) {
        WorkspaceView.everything.key(organization: $0)
      }
    ])

  static let organizations = Table<Organization>(
    "organizations", noun: "organization", key: { $0.id }, organization: { $0.id },
    indexes: [organizationsByName, organizationsByWords.index])

  /// The organizations by name, which need not be unique.
  static let organizationsByName = Index<Organization>("organizations_by_name") {
    [IndexKey($0.name)]
  }

  /// The organizations by the words of their names. All are in one scope, the installation.
  static let organizationsByWords = SearchIndex<Organization>(
    "words", scope: { _ in installationScope }, text: { SearchText($0.name) })

  static let installationScope = ""

  static let workspaces = Table<Workspace>(
    "workspaces", noun: "workspace", key: { $0.id }, organization: { $0.organizationId },
    indexes: [workspacesByView, workspacesByName, workspacesByWords.index],
    counters: [activeWorkspaces])

  /// The workspaces of an organization for each kind of list, so that a list never reads records
  /// that it doesn't show.
  static let workspacesByView = Index<Workspace>("workspaces_by_view") { record in
    WorkspaceView.all.filter { $0.shows(record) }.map {
      $0.key(organization: record.organizationId)
    }
  }

  /// The workspaces by organization and name, which need not be unique.
  static let workspacesByName = Index<Workspace>("workspaces_by_name") {
    [IndexKey($0.organizationId, $0.name)]
  }

  /// The workspaces of an organization by the words of their names.
  static let workspacesByWords = SearchIndex<Workspace>(
    "words", scope: { $0.organizationId }, text: { SearchText($0.name) })

  /// The number of active workspaces by organization id: those that count against its limit.
  static let activeWorkspaces = Counter<Workspace>("active_workspaces") { record in
    WorkspaceView.usual.shows(record) ? [IndexKey(record.organizationId)] : []
  }
}
