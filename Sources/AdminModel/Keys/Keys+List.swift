internal import AdminLists
public import AdminProtos
public import Store

extension Keys {
  /// Returns a page of an organization's keys, newest first.
  public static func list(
    _ request: ListKeysRequest, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> ListKeysResponse {
    let organization = request.organizationId
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    request.checkFilter(into: &violations)
    let page = PageRequest.newestFirst(
      limit: request.limit, after: request.afterId, before: request.beforeId, of: .key,
      into: &violations)
    try violations.check()
    let place = try requireList(request, by: access, in: tx)

    let (view, now) = (request.view, tx.now)
    let found = try AdminSchema.keys.page(
      page, of: AdminSchema.keysByView, at: view.prefix(organization: organization), in: tx,
      where: { request.includes($0.key, at: now) },
      placing: { $0.key.organizationId == organization ? view.key(of: $0.key) : nil })
    var data: [ApiKey] = []
    for stored in found.items { data.append(try shown(stored, of: place, in: tx)) }
    return ListKeysResponse(data, hasMore: found.hasMore)
  }

  /// How many candidates are read: enough to list the choices in an error.
  private static let maximumNamed = 10

  /// Returns the issued keys with a name in a workspace that are not archived, oldest first.
  static func keys(
    named name: String, of workspace: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> [ApiKey] {
    var keys: [ApiKey] = []
    try AdminSchema.keys.forEach(
      of: AdminSchema.keysByName, at: AdminSchema.keyNameKey(workspace, name), in: tx
    ) { stored in
      keys.append(stored.record.key)
      return keys.count < maximumNamed
    }
    return keys
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
        if !stored.record.key.hasExpired(at: now) { count += 1 }
        return true
      }
    }
    return count
  }

  /// Returns the organization, if the caller may list its keys with this filter. A caller who has a
  /// role only in a workspace may list the keys of that workspace.
  private static func requireList(
    _ request: ListKeysRequest, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Organization {
    let (organization, workspace) = (request.organizationId, request.workspaceId)
    let place: Scope =
      workspace.isEmpty
      ? .organization(organization) : .workspace(workspace, organization: organization)
    try access.require(.readKeys, at: place, of: "organization", organization)
    let found = try AdminSchema.organizations.require(organization, in: tx).record
    guard !workspace.isEmpty else { return found }
    let known = try AdminSchema.workspaces.require(workspace, in: tx).record
    guard known.organizationId == organization else {
      throw StoreError.notFound(AdminSchema.workspaces.noun, workspace)
    }
    return found
  }
}
