extension Table {
  /// Puts a new record, or throws ``StoreError/Code/exists``.
  ///
  /// - Parameter action: The action of the event. The default is `<noun>.created`, with `_` for a
  ///   space.
  @discardableResult
  public func insert(
    _ record: Record, action: String? = nil, in tx: inout WriteTransaction
  ) throws -> Stored<Record> {
    let key = key(record)
    guard try find(key.span.bytes, tx.view) == nil else {
      throw StoreError.exists(noun, resource(record))
    }
    return try replace(nil, by: record, at: key, action ?? "\(eventNoun).created", in: &tx)
  }

  /// Changes a record, or throws ``StoreError/Code/notFound``.
  ///
  /// If the record stays equal, there is no event, and the etag stays.
  ///
  /// - Parameters:
  ///   - etag: The etag that the record must have, or empty for any. If the record has another
  ///     one, the call throws ``StoreError/Code/etagMismatch``.
  ///   - action: The action of the event. The default is `<noun>.updated`.
  ///   - change: Changes the record, but not its key.
  @discardableResult
  public func update(
    _ key: some TableKey, ifMatch etag: String = "", action: String? = nil,
    in tx: inout WriteTransaction, _ change: (inout Record) throws -> Void
  ) throws -> Stored<Record> {
    let old = try require(key, matching: etag, in: tx)
    var record = old.record
    try change(&record)
    guard record != old.record else { return old }
    let bytes = key.keyBytes
    precondition(self.key(record) == bytes, "the key of a \(noun) never changes")
    return try replace(old, by: record, at: bytes, action ?? "\(eventNoun).updated", in: &tx)
  }

  /// Deletes a record and returns it, or throws ``StoreError/Code/notFound``.
  ///
  /// - Parameters:
  ///   - etag: The etag that the record must have, or empty for any. If the record has another
  ///     one, the call throws ``StoreError/Code/etagMismatch``.
  ///   - action: The action of the event. The default is `<noun>.deleted`.
  @discardableResult
  public func delete(
    _ key: some TableKey, ifMatch etag: String = "", action: String? = nil,
    in tx: inout WriteTransaction
  ) throws -> Stored<Record> {
    let old = try require(key, matching: etag, in: tx)
    try remove(old, at: key.keyBytes, action ?? "\(eventNoun).deleted", in: &tx)
    return old
  }

  /// Deletes all records that an index has under a prefix, each with its event. Returns the number
  /// of deleted records.
  @discardableResult
  public func deleteAll(
    of index: Index<Record>, at prefix: IndexKey, action: String? = nil,
    in tx: inout WriteTransaction
  ) throws -> Int {
    var count = 0
    while let next = try first(index, at: prefix, in: tx) {
      try remove(next, at: key(next.record), action ?? "\(eventNoun).deleted", in: &tx)
      count += 1
    }
    return count
  }

  private func require(
    _ key: some TableKey, matching etag: String, in tx: borrowing WriteTransaction
  ) throws -> Stored<Record> {
    let stored = try require(key, in: tx)
    guard etag.isEmpty || etag == stored.etag else {
      throw StoreError.etagMismatch(noun, resource(stored.record))
    }
    return stored
  }
}
