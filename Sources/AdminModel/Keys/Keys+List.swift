internal import AdminProtos
public import Store

extension Keys {
  /// Returns a page of an organization's keys, newest first.
  ///
  /// - Parameters:
  ///   - limit: 1 to 1000; 20 when nil.
  ///   - after: The id that the page begins after; empty for none.
  ///   - before: The id that the page ends before; empty for none.
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
    let place = try requireList(filter, of: organization, by: access, in: tx)

    let (view, now) = (filter.view, tx.now)
    let page = try AdminSchema.keys.page(
      request, of: AdminSchema.keysByView, at: view.prefix(organization: organization), in: tx,
      where: { filter.includes($0, at: now) },
      placing: { $0.organizationId == organization ? view.key(of: $0) : nil })
    var items: [KeyDetail] = []
    for stored in page.items { items.append(try KeyDetail(stored, of: place, in: tx)) }
    return KeyPage(items: items, hasMore: page.hasMore)
  }

  /// How many candidates are read: enough to list the choices in an error.
  private static let maximumNamed = 10

  /// Returns the issued keys with a name in a workspace that are not archived, oldest first.
  static func records(
    named name: String, of workspace: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> [KeyRecord] {
    var records: [KeyRecord] = []
    try AdminSchema.keys.forEach(
      of: AdminSchema.keysByName, at: AdminSchema.keyNameKey(workspace, name), in: tx
    ) { stored in
      records.append(stored.record)
      return records.count < maximumNamed
    }
    return records
  }

  /// Returns how many of an organization's keys have not ended and match an axis, such as a
  /// workspace or a user.
  static func usable(
    _ axis: KeyView.Axis, of organization: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Int {
    var count = 0
    let now = tx.now
    for status in [KeyStatus.active, .inactive] {
      try AdminSchema.keys.forEach(
        of: AdminSchema.keysByView,
        at: KeyView(axis: axis, status: status.rawValue).prefix(organization: organization), in: tx
      ) { stored in
        if !stored.record.hasExpired(at: now) { count += 1 }
        return true
      }
    }
    return count
  }

  /// Returns the organization, if the caller may list its keys with this filter. A caller who has a
  /// role only in a workspace may list the keys of that workspace.
  private static func requireList(
    _ filter: KeyFilter, of organization: String, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> OrganizationRecord {
    let place: Scope =
      filter.workspace.isEmpty
      ? .organization(organization) : .workspace(filter.workspace, organization: organization)
    try access.require(.readKeys, at: place, of: "organization", organization)
    let found = try AdminSchema.organizations.require(organization, in: tx).record
    guard !filter.workspace.isEmpty else { return found }
    let workspace = try AdminSchema.workspaces.require(filter.workspace, in: tx).record
    guard workspace.organizationId == organization else {
      throw StoreError.notFound(AdminSchema.workspaces.noun, filter.workspace)
    }
    return found
  }
}
