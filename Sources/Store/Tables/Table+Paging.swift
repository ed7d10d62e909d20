internal import LMDB
internal import Status

/// Pages of a table. A page costs as much as it holds, wherever it lies in the list. A cursor is a
/// place among keys, so it stays valid after its record was deleted.
extension Table {
  /// Returns a page of the table, in the order of its keys.
  public func page(
    _ request: PageRequest, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Page<Record> {
    let plan = try PagePlan(request)
    return try tx.withView { view in
      let range = plan.range([], beyond: plan.cursor?.keyBytes)
      return try page(plan, view.core.database(slot), range, view, where: { _ in true }) {
        _, value in
        try Envelope.open(value, of: self)
      }
    }
  }

  /// Returns a page of the records that an index has under a prefix, in the index's order.
  ///
  /// If the prefix is a whole key of the index, the records are in the order of their own keys, and
  /// any cursor works. Otherwise the cursor's record must exist to tell its place. If it doesn't,
  /// the call throws ``StoreError/Code/cursorNotFound``.
  ///
  /// - Parameters:
  ///   - isWanted: Returns whether the page includes a record, for conditions that no index covers.
  ///     A page then costs as much as the records it holds and the records between them.
  ///   - placing: Returns the place of a record in the list, or its place before it changed. So a
  ///     list can continue from a record that has left it. Returns `nil` if the record can never
  ///     have been in the list.
  public func page(
    _ request: PageRequest, of index: Index<Record>, at prefix: IndexKey,
    in tx: borrowing some Transaction & ~Copyable,
    where isWanted: (Record) throws -> Bool = { _ in true },
    placing: ((Record) -> IndexKey?)? = nil
  ) throws -> Page<Record> {
    let plan = try PagePlan(request)
    return try tx.withView { view in
      let place = try plan.cursor.map {
        try self.place($0, in: index, under: prefix, placing, view)
      }
      let range = plan.range(prefix.bytes, beyond: place)
      return try page(plan, view.core.database(index.slot), range, view, where: isWanted) {
        _, key in
        try follow(key, view)
      }
    }
  }

  /// Scans for one record more than the limit, to know whether there are more.
  private func page(
    _ plan: PagePlan, _ database: Database, _ range: KeyRange, _ view: borrowing ReadTransaction,
    where isWanted: (Record) throws -> Bool,
    _ record: (RawSpan, RawSpan) throws -> Stored<Record>
  ) throws -> Page<Record> {
    var items: [Stored<Record>] = []
    var hasMore = false
    try view.raw.scan(database, range, plan.direction) { key, value in
      let stored = try record(key, value)
      guard try isWanted(stored.record) else { return true }
      hasMore = items.count == plan.limit
      if !hasMore { items.append(stored) }
      return !hasMore
    }
    return Page(items: plan.isBackward ? items.reversed() : items, hasMore: hasMore)
  }

  private func place(
    _ cursor: String, in index: Index<Record>, under prefix: IndexKey,
    _ placing: ((Record) -> IndexKey?)?, _ view: borrowing ReadTransaction
  ) throws -> [UInt8] {
    let key = cursor.keyBytes
    if try isWhole(prefix, of: index, view) { return prefix.bytes + key }
    let record = try find(key.span.bytes, view)?.record
    if let placing, let place = record.flatMap(placing) { return place.bytes + key }
    let entries = record.map { index.entries(of: $0, at: key) } ?? []
    guard let entry = entries.filter({ $0.starts(with: prefix.bytes) }).min(by: bytewise) else {
      throw cursorNotFound(cursor)
    }
    return entry
  }

  /// Returns the error for a cursor whose record doesn't exist or can't have been in the list.
  func cursorNotFound(_ cursor: String) -> StoreError {
    StoreError(
      .cursorNotFound, reason: "CURSOR_NOT_FOUND",
      "There is no \(noun) \"\(cursor)\" in this list to continue from. Begin again without it.")
  }

  /// Whether the prefix is a whole key. An entry under a whole key consists of that key and the
  /// record's own key.
  private func isWhole(
    _ prefix: IndexKey, of index: Index<Record>, _ view: borrowing ReadTransaction
  ) throws -> Bool {
    guard !index.isUnique else { return false }
    var isWhole = true
    let range = KeyRange(prefix: prefix.bytes)
    try view.raw.scan(view.core.database(index.slot), range) { entry, key in
      isWhole = entry.byteCount == prefix.bytes.count + key.byteCount
      return false
    }
    return isWhole
  }

  private func bytewise(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one.lexicographicallyPrecedes(other)
  }
}
