internal import LMDB

extension Table {
  /// Calls `visit` with the records after a key, in the order of their keys, until it returns
  /// `false`.
  ///
  /// - Parameter key: The bytes of a key, or empty for all records.
  public func forEach(
    after key: [UInt8], in tx: borrowing some Transaction & ~Copyable,
    _ visit: (_ key: [UInt8], _ stored: Stored<Record>) throws -> Bool
  ) throws {
    let range = key.isEmpty ? KeyRange() : KeyRange(from: .exclusive(key))
    try tx.withView { view in
      try view.raw.scan(view.core.database(slot), range) { key, value in
        try visit(Array(copying: key), try Envelope.open(value, of: self))
      }
    }
  }

  /// Puts a record of another store, with its etag. This appends no event.
  ///
  /// - Parameter revision: The revision of an event that the store has already.
  public func load(
    _ record: Record, revision: UInt64, in tx: inout WriteTransaction
  ) throws {
    let key = key(record)
    guard try find(key.span.bytes, tx.view) == nil else {
      throw StoreError.exists(noun, resource(record))
    }
    guard revision <= tx.head.revision else {
      throw StoreError.unknownRevision(revision, newest: tx.head.revision)
    }
    try place(record, at: key, revision, in: &tx)
  }
}
