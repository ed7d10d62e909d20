internal import LMDB

extension Table {
  /// Returns a page of the records that have one of these keys, in the order of the keys. Keys
  /// without a record are left out.
  ///
  /// Use it for small sets, as the records that one caller may see. It may cost as much as reading
  /// the whole set.
  public func page(
    _ request: PageRequest, among keys: [String], in tx: borrowing some Transaction & ~Copyable
  ) throws -> Page<Record> {
    let plan = try PagePlan(request)
    let ordered = plan.direction == .forward ? keys.sorted() : keys.sorted(by: >)
    var items: [Stored<Record>] = []
    for key in ordered where plan.lies(key) && items.count <= plan.limit {
      if let stored = try get(key, in: tx) { items.append(stored) }
    }
    return page(plan, items)
  }

  /// Returns a page of the records that have one of these keys, in another order than that of the
  /// keys. It reads the whole set.
  ///
  /// - Parameter placing: Returns the place of a record in the list; nil for a record that can never
  ///   have been in it. A cursor's record must have a place.
  public func page(
    _ request: PageRequest, among keys: [String], placing: (Record) -> IndexKey?,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> Page<Record> {
    let plan = try PagePlan(request)
    let cursor = try plan.cursor.map { key in
      guard let place = try get(key, in: tx).flatMap({ placing($0.record) }) else {
        throw cursorNotFound(key)
      }
      return place.bytes + key.keyBytes
    }
    var found: [(place: [UInt8], stored: Stored<Record>)] = []
    for key in keys {
      guard let stored = try get(key, in: tx), let place = placing(stored.record) else { continue }
      found.append((place.bytes + key.keyBytes, stored))
    }
    let ordered = found.sorted { plan.precedes($0.place, $1.place) }
      .filter { item in cursor.map { plan.precedes($0, item.place) } ?? true }
    return page(plan, ordered.prefix(plan.limit + 1).map(\.stored))
  }

  /// Returns the page of a scan that went one record beyond the limit.
  private func page(_ plan: PagePlan, _ scanned: [Stored<Record>]) -> Page<Record> {
    let items = Array(scanned.prefix(plan.limit))
    return Page(
      items: plan.isBackward ? items.reversed() : items, hasMore: scanned.count > plan.limit)
  }
}

extension PagePlan {
  /// Returns whether the scan comes to one place before it comes to another.
  fileprivate func precedes(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    direction == .forward
      ? one.lexicographicallyPrecedes(other) : other.lexicographicallyPrecedes(one)
  }

  /// Returns whether a key lies beyond the cursor.
  fileprivate func lies(_ key: String) -> Bool {
    guard let cursor else { return true }
    return direction == .forward ? key > cursor : key < cursor
  }
}
