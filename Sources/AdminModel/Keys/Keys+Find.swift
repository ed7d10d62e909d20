internal import AdminProtos
internal import Store

extension Keys {
  /// Returns the page of a list that names ids or has a query; nil for a list that has neither. The
  /// other filters of the list hold too.
  static func found(
    _ request: ListKeysRequest, _ query: SearchQuery?, _ page: PageRequest,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> Page<KeyRecord>? {
    let organization = request.organizationId
    if let ids = try ids(named: request.ids, query, of: organization, tx) {
      let wanted = try ids.filter { id in
        guard let key = try AdminSchema.keys.get(id, in: tx) else { return false }
        return try includes(key.record, request, query, in: tx)
      }
      return try AdminSchema.keys.page(
        page, among: Array(wanted),
        placing: { $0.key.organizationId == organization ? KeyView.place(of: $0.key) : nil }, in: tx
      )
    }
    guard let query else { return nil }
    // What is read is the smaller of two sets: the keys of the views, and those with the words.
    let rarest = try AdminSchema.keys.rarestPart(
      of: query, in: organization, by: AdminSchema.keysByWords, tx)
    var inViews = 0
    for prefix in try prefixes(request, in: tx) where inViews < rarest.count {
      inViews += try AdminSchema.keys.count(
        of: AdminSchema.keysByView, under: prefix, upTo: rarest.count - inViews, in: tx)
    }
    return inViews < rarest.count
      ? try keys(request, page, in: tx) { try includes($0, request, query, in: tx) }
      : try AdminSchema.keys.page(
        page, among: rarest, in: organization, by: AdminSchema.keysByWords, tx
      ) { try includes($0, request, query, in: tx) }
  }

  /// Returns whether a key passes every filter of a request.
  private static func includes(
    _ record: KeyRecord, _ request: ListKeysRequest, _ query: SearchQuery?,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> Bool {
    let key = record.key
    guard key.organizationId == request.organizationId, request.includes(key, at: tx.now),
      query.map({ $0.means(record) }) ?? true
    else { return false }
    guard let since = request.unusedSince else { return true }
    return try key.createdAt?.microseconds ?? 0 < since.microseconds
      && isUnused(key.id, since: since, in: tx)
  }

  /// Returns the ids of the few keys that a list names: by their ids, or by a query that is an id or
  /// a hint. Returns nil if it names none.
  private static func ids(
    named ids: [String], _ query: SearchQuery?, of organization: String,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws -> Set<String>? {
    guard ids.isEmpty else { return Set(ids.filter(AdminKind.key.matches)) }
    guard let query else { return nil }
    if let id = query.id(of: .key) { return [id] }
    return try id(hint: query.text, of: organization, in: tx).map { [$0] }
  }

  /// Returns the id of the key that has a hint in an organization, if there is one.
  static func id(
    hint: String, of organization: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> String? {
    let found = try AdminSchema.keys.first(
      AdminSchema.keysByHint, at: IndexKey(organization, hint), in: tx)
    return found?.record.key.id
  }
}

extension SearchQuery {
  /// Returns whether the query is a key's id or hint, or has words of its text.
  fileprivate func means(_ record: KeyRecord) -> Bool {
    let key = record.key
    return [key.id, key.partialKeyHint].contains(text)
      || AdminSchema.keysByWords.matches(record, self)
  }
}
