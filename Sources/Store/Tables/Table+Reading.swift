internal import LMDB

extension Table {
  /// Returns the record of a key, if there is one.
  public func get(
    _ key: some TableKey, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Stored<Record>? {
    try tx.withView { view in try key.withKeyBytes { try find($0, view) } }
  }

  /// Returns the record of a key, or throws ``StoreError/Code/notFound``.
  public func require(
    _ key: some TableKey, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Stored<Record> {
    guard let stored = try get(key, in: tx) else { throw StoreError.notFound(noun, key.text) }
    return stored
  }

  /// Returns whether there is a record of that key.
  public func contains(
    _ key: some TableKey, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Bool {
    try tx.withView { view in
      try key.withKeyBytes { key in
        guard key.byteCount > 0 else { return false }
        return try view.raw.contains(key, in: view.core.database(slot))
      }
    }
  }

  /// Returns the first record that an index has at a key, or under it as a prefix.
  public func first(
    _ index: Index<Record>, at key: IndexKey, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Stored<Record>? {
    if index.isUnique, let only = try find(key, of: index, in: tx) { return only }
    var first: Stored<Record>?
    try forEach(of: index, at: key, in: tx) { stored in
      first = stored
      return false
    }
    return first
  }

  /// Returns the number of records, without visiting them.
  public func count(in tx: borrowing some Transaction & ~Copyable) throws -> Int {
    try tx.withView { view in try view.raw.count(of: view.core.database(slot)) }
  }

  /// Calls `visit` with the records in the order of their keys, until it returns `false`.
  public func forEach(
    in tx: borrowing some Transaction & ~Copyable, _ visit: (Stored<Record>) throws -> Bool
  ) throws {
    try tx.withView { view in
      try view.raw.scan(view.core.database(slot)) { _, value in
        try visit(try Envelope.open(value, of: self))
      }
    }
  }

  /// Calls `visit` with the records that an index has under a prefix, in the index's order, until
  /// it returns `false`.
  public func forEach(
    of index: Index<Record>, at prefix: IndexKey, in tx: borrowing some Transaction & ~Copyable,
    _ visit: (Stored<Record>) throws -> Bool
  ) throws {
    try tx.withView { view in
      let entries = view.core.database(index.slot)
      try view.raw.scan(entries, KeyRange(prefix: prefix.bytes)) { _, key in
        try visit(try follow(key, view))
      }
    }
  }

  /// Returns the record of a key, if there is one. LMDB refuses an empty or too long key, and no
  /// record has one.
  func find(_ key: RawSpan, _ view: borrowing ReadTransaction) throws -> Stored<Record>? {
    guard key.byteCount > 0, key.byteCount <= maximumKeyLength else { return nil }
    return try view.raw.withValue(at: key, in: view.core.database(slot)) {
      try Envelope.open($0, of: self)
    }
  }

  /// Returns the record at a complete key of a unique index. This costs half as much as a scan.
  private func find(
    _ key: IndexKey, of index: Index<Record>, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Stored<Record>? {
    try tx.withView { view in
      let entries = view.core.database(index.slot)
      guard !key.bytes.isEmpty, key.bytes.count <= maximumKeyLength else { return nil }
      return try view.raw.withValue(at: key.bytes.span.bytes, in: entries) {
        try follow($0, view)
      }
    }
  }

  /// Returns the record that an index entry points to.
  func follow(_ key: RawSpan, _ view: borrowing ReadTransaction) throws -> Stored<Record> {
    guard let stored = try find(key, view) else { throw StoreError.damagedRecord(name) }
    return stored
  }
}

/// LMDB's limit on the length of a key, in bytes.
let maximumKeyLength = 511
