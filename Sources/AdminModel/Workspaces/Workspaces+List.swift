internal import AdminLists
public import AdminProtos
public import Store

extension Workspaces {
  /// The maximum number of ids in a request. (Admin API, workspaces.)
  private static let maximumIDs = 100

  /// Returns a page of an organization's workspaces, newest first. The cost depends only on the
  /// page.
  public static func list(
    _ request: ListWorkspacesRequest, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> ListWorkspacesResponse {
    let (organization, ids) = (request.organizationId, request.ids)
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    let page = PageRequest.newestFirst(
      limit: request.limit, after: request.afterId, before: request.beforeId, of: .workspace,
      into: &violations)
    if ids.count > maximumIDs {
      violations.add("ids", "TOO_MANY", "must be at most \(maximumIDs) ids, not \(ids.count)")
    }
    try violations.check()

    try access.require(
      .readWorkspaces, at: .organization(organization), of: "organization", organization)
    _ = try AdminSchema.organizations.require(organization, in: tx)
    let view = WorkspaceView(
      includesArchived: request.includeArchived, includesDefault: request.includeDefault)
    let found =
      if ids.isEmpty {
        try AdminSchema.workspaces.page(
          page, of: AdminSchema.workspacesByView, at: view.key(organization: organization), in: tx)
      } else {
        try AdminSchema.workspaces.page(
          page, among: Array(Set(ids)).filter { try shows($0, view, of: organization, tx) },
          in: tx)
      }
    return ListWorkspacesResponse(found.items.map { $0.resource }, hasMore: found.hasMore)
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
