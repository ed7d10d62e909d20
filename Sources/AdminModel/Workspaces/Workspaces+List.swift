internal import AdminLists
public import AdminProtos
public import Store

extension Workspaces {
  /// Returns a page of an organization's workspaces, newest first. The cost depends only on the
  /// page, and with a query on the workspaces that have its rarest word.
  public static func list(
    _ request: ListWorkspacesRequest, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> ListWorkspacesResponse {
    let organization = request.organizationId
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    let page = PageRequest.newestFirst(
      limit: request.limit, after: request.afterId, before: request.beforeId, of: .workspace,
      into: &violations)
    violations.checkCount(ofIDs: request.ids)
    let query = violations.checkOptionalQuery(request.query)
    try violations.check()

    try access.require(
      .readWorkspaces, at: .organization(organization), of: "organization", organization)
    _ = try AdminSchema.organizations.require(organization, in: tx)
    let view = WorkspaceView(
      includesArchived: request.includeArchived, includesDefault: request.includeDefault)
    let ids = request.ids.isEmpty ? query?.id(of: .workspace).map { [$0] } : request.ids
    let found =
      if let ids {
        try AdminSchema.workspaces.page(
          page,
          among: Array(Set(ids)).filter { try shows($0, view, query, of: organization, tx) },
          in: tx)
      } else if let query {
        try AdminSchema.workspaces.page(
          page, matching: query, in: organization, by: AdminSchema.workspacesByWords, tx,
          where: view.shows)
      } else {
        try AdminSchema.workspaces.page(
          page, of: AdminSchema.workspacesByView, at: view.key(organization: organization), in: tx)
      }
    return ListWorkspacesResponse(
      try found.items.map { try shown($0, in: tx) }, hasMore: found.hasMore)
  }

  private static func shows(
    _ id: String, _ view: WorkspaceView, _ query: SearchQuery?, of organization: String,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws -> Bool {
    guard AdminKind.workspace.matches(id),
      let record = try AdminSchema.workspaces.get(id, in: tx)?.record,
      record.organizationId == organization, view.shows(record)
    else { return false }
    guard let query else { return true }
    return query.text == id || AdminSchema.workspacesByWords.matches(record, query)
  }
}
