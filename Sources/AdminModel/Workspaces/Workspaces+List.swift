public import AdminProtos
public import Store

extension Workspaces {
  /// The maximum number of ids in a request. (Admin API, workspaces.)
  private static let maximumIDs = 100

  /// Returns a page of an organization's workspaces, newest first. The cost depends only on the
  /// page.
  ///
  /// - Parameters:
  ///   - limit: 1 to 1000; 20 when nil.
  ///   - after: The id that the page begins after; empty for none.
  ///   - before: The id that the page ends before; empty for none.
  ///   - ids: The ids of the workspaces to return, at most 100; empty for all.
  public static func list(
    organization: String, limit: Int32?, after: String, before: String, includeArchived: Bool,
    includeDefault: Bool, ids: [String] = [], by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> Page<WorkspaceRecord> {
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    let page = PageRequest.newestFirst(
      limit: limit, after: after, before: before, of: .workspace, into: &violations)
    if ids.count > maximumIDs {
      violations.add("ids", "TOO_MANY", "must be at most \(maximumIDs) ids, not \(ids.count)")
    }
    try violations.check()

    try access.require(
      .readWorkspaces, at: .organization(organization), of: "organization", organization)
    _ = try AdminSchema.organizations.require(organization, in: tx)
    let view = WorkspaceView(includesArchived: includeArchived, includesDefault: includeDefault)
    guard ids.isEmpty else {
      let shown = try ids.filter { try shows($0, view, of: organization, tx) }
      return try AdminSchema.workspaces.page(page, among: Array(Set(shown)), in: tx)
    }
    return try AdminSchema.workspaces.page(
      page, of: AdminSchema.workspacesByView, at: view.key(organization: organization), in: tx)
  }

  private static func shows(
    _ id: String, _ view: WorkspaceView, of organization: String,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws -> Bool {
    guard AdminKind.workspace.matches(id),
      let record = try AdminSchema.workspaces.get(id, in: tx)?.record
    else { return false }
    return record.organizationId == organization && view.shows(record)
  }
}
