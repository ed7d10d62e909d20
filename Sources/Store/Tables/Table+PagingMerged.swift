internal import LMDB
internal import ProtobufRuntime
internal import Status

extension Table {
  /// Returns a page of the records that an index has under any of several prefixes, in the order of
  /// what follows the prefix in the index's keys.
  ///
  /// The page costs one step for each prefix, and as much as the records it holds and the records
  /// between them.
  ///
  /// - Parameters:
  ///   - bound: Only records whose place is below this are in the list; all if it is nil.
  ///   - examined: The maximum number of entries that are looked at. A page that ends there has more,
  ///     and ``Page/end`` says where.
  ///   - isCandidate: Returns whether the record of a key can be in the page, for conditions that
  ///     can be judged without the record.
  ///   - isWanted: Returns whether the page includes a record.
  ///   - placing: Returns the place of a record in the list: what follows the prefix in its keys.
  ///     Returns `nil` if the record can never have been in the list.
  public func page(
    _ request: PageRequest, of index: Index<Record>, under prefixes: [IndexKey],
    below bound: IndexKey? = nil, examining examined: Int = .max,
    in tx: borrowing some Transaction & ~Copyable,
    candidate isCandidate: (String) throws -> Bool = { _ in true },
    where isWanted: (Record) throws -> Bool = { _ in true },
    placing: (Record) -> IndexKey?
  ) throws -> Page<Record> {
    let plan = try PagePlan(request)
    return try tx.withView { view in
      let place = try plan.cursor.map { try self.place($0, placing, view) }
      var entries = try MergedEntries(
        view.core.database(index.slot), plan.direction, prefixes: prefixes.map(\.bytes),
        below: bound?.bytes, beyond: place, view.raw)
      var (items, left): ([Stored<Record>], Int) = ([], examined)
      while let entry = try entries.next(view.raw) {
        let key = String(decoding: entry.record, as: UTF8.self)
        if try isCandidate(key) {
          let stored = try follow(entry.record.span.bytes, view)
          if try isWanted(stored.record) {
            guard items.count < plan.limit else { return plan.page(items, hasMore: true) }
            items.append(stored)
          }
        }
        left -= 1
        if left == 0 { return plan.page(items, hasMore: true, end: key) }
      }
      return plan.page(items, hasMore: false)
    }
  }

  private func place(
    _ cursor: String, _ placing: (Record) -> IndexKey?, _ view: borrowing ReadTransaction
  ) throws -> [UInt8] {
    let key = cursor.keyBytes
    guard let place = try find(key.span.bytes, view).flatMap({ placing($0.record) }) else {
      throw cursorNotFound(cursor)
    }
    return place.bytes + key
  }
}

extension PagePlan {
  fileprivate func page<Record>(
    _ items: [Stored<Record>], hasMore: Bool, end: String? = nil
  ) -> Page<Record> {
    Page(items: isBackward ? items.reversed() : items, hasMore: hasMore, end: end)
  }
}
