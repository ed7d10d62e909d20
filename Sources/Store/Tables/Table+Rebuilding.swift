internal import LMDB

extension Table {
  /// The number of records that are in memory at one time.
  private var indexedAtOnce: Int { 500 }

  /// Makes the entries of all indexes and counters again, from the records. The records stay as
  /// they are, and there is no event.
  ///
  /// Only a part of the records is in memory at one time. LMDB keeps the changed pages until the
  /// commit, as for any transaction, and writes them to the file before if they are more than half a
  /// gigabyte. A program that is interrupted before the commit has changed nothing.
  ///
  /// - Throws: ``StoreError/Code/taken`` if two records have the same key of a unique index.
  public func rebuild(in tx: inout WriteTransaction) throws {
    guard !indexes.isEmpty || !counters.isEmpty else { return }
    try tx.applying { tx in
      for slot in indexes.map(\.slot) + counters.map(\.slot) {
        try tx.raw.deleteAll(in: tx.view.core.database(slot))
      }
      var last: [UInt8] = []
      while let next = try indexNext(after: last, in: &tx) { last = next }
    }
  }

  /// Makes the entries of the next records. Returns the key of the last one, or `nil` if there is
  /// none.
  private func indexNext(after last: [UInt8], in tx: inout WriteTransaction) throws -> [UInt8]? {
    var records: [(key: [UInt8], record: Record)] = []
    try forEach(after: last, in: tx) { key, stored in
      records.append((key, stored.record))
      return records.count < indexedAtOnce
    }
    for (key, record) in records { try index(record, at: key, in: &tx) }
    return records.last?.key
  }
}
