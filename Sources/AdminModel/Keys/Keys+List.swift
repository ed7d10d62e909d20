internal import AdminLists
public import AdminProtos
internal import GoogleProtos
public import Store

extension Keys {
  /// How many keys a page of unused keys looks at. Each costs a read of its use, so a page costs at
  /// most some milliseconds, however many keys were used.
  private static let maximumExamined = 5000
  /// How many entries of a view are counted to find the narrowest one.
  private static let maximumCounted = 100

  /// Returns a page of an organization's keys, newest first. A caller who may see only their own
  /// keys gets only those.
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
    violations.checkCount(ofIDs: request.ids)
    let query = violations.checkOptionalQuery(request.query)
    try violations.check()
    let (place, user) = try requireList(request, by: access, in: tx)
    var limited = request
    if let user {
      guard [user, ""].contains(request.userId), !request.unowned else { return ListKeysResponse() }
      limited.userId = user
    }
    let now = tx.now
    let found =
      try self.found(limited, query, page, in: tx)
      ?? keys(limited, page, in: tx) { limited.includes($0.key, at: now) }
    var response = ListKeysResponse(
      try shown(found.items, of: place, in: tx), hasMore: found.hasMore)
    if let end = found.end {
      if page.before == nil { response.lastId = end } else { response.firstId = end }
    }
    return response
  }

  /// Returns a page of the keys in the request's views that were not used too late and are wanted.
  static func keys(
    _ request: ListKeysRequest, _ page: PageRequest, in tx: borrowing some Transaction & ~Copyable,
    where isWanted: (KeyRecord) throws -> Bool
  ) throws -> Page<KeyRecord> {
    let (organization, since) = (request.organizationId, request.unusedSince)
    return try AdminSchema.keys.page(
      page, of: AdminSchema.keysByView, under: prefixes(request, in: tx),
      below: since.map { [.number($0.microseconds)] },
      examining: since == nil ? .max : maximumExamined, in: tx,
      candidate: { id in try since.map { try isUnused(id, since: $0, in: tx) } ?? true },
      where: isWanted,
      placing: { $0.key.organizationId == organization ? KeyView.place(of: $0.key) : nil })
  }

  static func isUnused(
    _ id: String, since: GoogleTimestamp, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Bool {
    let use = try AdminSchema.keyUses.get(id, in: tx)?.record.lastUsedAt
    return use?.microseconds ?? 0 < since.microseconds
  }

  /// Returns the parts of the index that a list reads. For keys that expire, these are the days on
  /// which any does; so a list never reads the keys that expire on other days.
  static func prefixes(
    _ request: ListKeysRequest, in tx: borrowing some Transaction & ~Copyable
  ) throws -> [IndexKey] {
    let organization = request.organizationId
    let axis = try narrowest(of: request.axes, organization, in: tx)
    var prefixes: [IndexKey] = []
    if request.expiresBefore == nil {
      let statuses: [String?] = request.storedStatuses?.map(\.rawValue) ?? [nil]
      prefixes = statuses.map {
        KeyView(axis: axis, status: $0).prefix(organization: organization)
      }
    }
    guard let days = request.days(at: tx.now) else { return prefixes }
    let expiring = KeyView(axis: axis, status: KeyView.expiring)
    return try prefixes
      + AdminSchema.keys.numbers(
        of: AdminSchema.keysByView, under: expiring.prefix(organization: organization),
        within: UInt64(days.lowerBound)...UInt64(days.upperBound), in: tx
      ).map { expiring.prefix(organization: organization, day: Int($0)) }
  }

  /// Returns the axis with the fewest keys, as far as they are counted; the first of equals.
  private static func narrowest(
    of axes: [KeyView.Axis], _ organization: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> KeyView.Axis {
    guard axes.count > 1 else { return axes[0] }
    var (narrowest, fewest) = (axes[0], Int.max)
    for axis in axes {
      let count = try AdminSchema.keys.count(
        of: AdminSchema.keysByView, under: KeyView(axis: axis).prefix(organization: organization),
        upTo: min(fewest, maximumCounted), in: tx)
      if count < fewest { (narrowest, fewest) = (axis, count) }
    }
    return narrowest
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

  /// Returns the organization, if the caller may list its keys with this filter, and the caller if
  /// they may see only their own keys. They don't learn whether the workspace of the filter exists.
  private static func requireList(
    _ request: ListKeysRequest, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> (Organization, user: String?) {
    let (organization, workspace) = (request.organizationId, request.workspaceId)
    let place = Scope(organization: organization, workspace: workspace)
    guard let user = access.user, access.allowsOnlyOwn(.readKeys, at: place) else {
      return (try requireAll(of: organization, workspace, by: access, in: tx), nil)
    }
    let found = try AdminSchema.organizations.require(organization, in: tx).record
    return (found, user)
  }

  /// Returns the organization, if the caller may see all its keys, or all keys of the workspace if
  /// one is given. A caller who has a role only in a workspace may see the keys of that workspace.
  static func requireAll(
    of organization: String, _ workspace: String, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> Organization {
    try access.require(
      .readKeys, at: Scope(organization: organization, workspace: workspace), of: "organization",
      organization)
    let found = try AdminSchema.organizations.require(organization, in: tx).record
    guard !workspace.isEmpty else { return found }
    let known = try AdminSchema.workspaces.require(workspace, in: tx).record
    guard known.organizationId == organization else {
      throw StoreError.notFound(AdminSchema.workspaces.noun, workspace)
    }
    return found
  }
}
