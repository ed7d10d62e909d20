internal import StewardProtos
public import Store

extension Keys {
  /// Returns a page of an organization's keys, newest first.
  ///
  /// - Parameters:
  ///   - limit: 1 to 1000; 20 when nil.
  ///   - after: The id before the first one wanted, or empty.
  ///   - before: The id after the last one wanted, or empty.
  public static func list(
    organization: String, _ filter: KeyFilter = KeyFilter(), limit: Int32? = nil,
    after: String = "", before: String = "", by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> KeyPage {
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    filter.check(into: &violations)
    let request = PageRequest.newestFirst(
      limit: limit, after: after, before: before, of: .key, into: &violations)
    try violations.check()
    try requireList(filter, of: organization, by: access, in: tx)

    let (view, now) = (filter.view, tx.now)
    let page = try AdminSchema.keys.page(
      request, of: AdminSchema.keysByView, at: view.prefix(organization: organization), in: tx,
      where: { filter.includes($0, at: now) },
      placing: { $0.organizationId == organization ? view.key(of: $0) : nil })
    var items: [KeyDetail] = []
    for stored in page.items { items.append(try KeyDetail(stored, in: tx)) }
    return KeyPage(items: items, hasMore: page.hasMore)
  }

  /// Who has a role in a workspace alone may list what is in that one.
  private static func requireList(
    _ filter: KeyFilter, of organization: String, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws {
    let place: Scope =
      filter.workspace.isEmpty
      ? .organization(organization) : .workspace(filter.workspace, organization: organization)
    try access.require(.readKeys, at: place, of: "organization", organization)
    _ = try AdminSchema.organizations.require(organization, in: tx)
    guard !filter.workspace.isEmpty else { return }
    let workspace = try AdminSchema.workspaces.require(filter.workspace, in: tx).record
    guard workspace.organizationId == organization else {
      throw StoreError.notFound(AdminSchema.workspaces.noun, filter.workspace)
    }
  }
}
