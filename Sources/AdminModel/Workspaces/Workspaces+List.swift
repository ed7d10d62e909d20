public import StewardProtos
public import Store

extension Workspaces {
  /// Returns a page of an organization's workspaces, newest first, at a cost that depends on the
  /// page alone.
  ///
  /// - Parameters:
  ///   - limit: 1 to 1000; 20 when nil.
  ///   - after: The id before the first one wanted, or empty.
  ///   - before: The id after the last one wanted, or empty.
  public static func list(
    organization: String, limit: Int32?, after: String, before: String, includeArchived: Bool,
    includeDefault: Bool, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Page<WorkspaceRecord> {
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    let page = PageRequest.newestFirst(
      limit: limit, after: after, before: before, of: .workspace, into: &violations)
    try violations.check()

    try access.require(
      .readWorkspaces, at: .organization(organization), of: "organization", organization)
    _ = try AdminSchema.organizations.require(organization, in: tx)
    let view = WorkspaceView(includesArchived: includeArchived, includesDefault: includeDefault)
    return try AdminSchema.workspaces.page(
      page, of: AdminSchema.workspacesByView, at: view.key(organization: organization), in: tx)
  }
}
