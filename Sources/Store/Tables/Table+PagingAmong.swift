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
    let hasMore = items.count > plan.limit
    if hasMore { items.removeLast() }
    return Page(items: plan.isBackward ? items.reversed() : items, hasMore: hasMore)
  }
}

extension PagePlan {
  /// Returns whether a key lies beyond the cursor.
  fileprivate func lies(_ key: String) -> Bool {
    guard let cursor else { return true }
    return direction == .forward ? key > cursor : key < cursor
  }
}
