internal import CLMDB

/// A position among the entries of a database.
@safe struct Cursor: ~Copyable {
  private let handle: OpaquePointer
  private var key = unsafe MDB_val()
  private var value = unsafe MDB_val()

  init(_ database: Database, in transaction: borrowing ReadTransaction) throws(LMDBError) {
    var cursor: OpaquePointer?
    unsafe try check(
      mdb_cursor_open(transaction.handle, database.handle, &cursor), "mdb_cursor_open")
    guard let cursor = unsafe cursor else { throw LMDBError(.outOfMemory, "mdb_cursor_open") }
    unsafe self.handle = cursor
  }

  deinit {
    unsafe mdb_cursor_close(handle)
  }

  /// Moves to the first entry at or after the lower end of the range. Returns whether there is one.
  mutating func goToStart(of range: KeyRange) throws(LMDBError) -> Bool {
    switch range.lower {
    case .unbounded:
      return try move(MDB_FIRST)
    case .inclusive(let bound):
      return try seek(bound)
    case .exclusive(let bound):
      guard try seek(bound) else { return false }
      return try isAt(bound) ? move(MDB_NEXT) : true
    }
  }

  /// Moves to the last entry at or before the upper end of the range. Returns whether there is one.
  mutating func goToEnd(of range: KeyRange) throws(LMDBError) -> Bool {
    switch range.upper {
    case .unbounded:
      return try move(MDB_LAST)
    case .inclusive(let bound):
      guard try seek(bound) else { return try move(MDB_LAST) }
      return try isAt(bound) ? true : move(MDB_PREV)
    case .exclusive(let bound):
      return try seek(bound) ? move(MDB_PREV) : move(MDB_LAST)
    }
  }

  mutating func goForward() throws(LMDBError) -> Bool { try move(MDB_NEXT) }

  mutating func goBackward() throws(LMDBError) -> Bool { try move(MDB_PREV) }

  /// Lends the key and value at the cursor to `body`.
  func withEntry<Result>(_ body: (RawSpan, RawSpan) throws -> Result) rethrows -> Result {
    unsafe try body(key.buffer.bytes, value.buffer.bytes)
  }

  private func isAt(_ bound: [UInt8]) -> Bool {
    unsafe key.buffer.elementsEqual(bound)
  }

  private mutating func seek(_ bound: [UInt8]) throws(LMDBError) -> Bool {
    guard !bound.isEmpty else { return try move(MDB_FIRST) }
    let status = unsafe bound.withUnsafeBytes { bytes in
      unsafe key = MDB_val(bytes)
      return unsafe mdb_cursor_get(handle, &key, &value, MDB_SET_RANGE)
    }
    return try found(status, "mdb_cursor_get")
  }

  private mutating func move(_ operation: MDB_cursor_op) throws(LMDBError) -> Bool {
    try found(unsafe mdb_cursor_get(handle, &key, &value, operation), "mdb_cursor_get")
  }
}
