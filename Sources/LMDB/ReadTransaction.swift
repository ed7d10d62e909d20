internal import CLMDB

/// A view of the environment as of one commit. Later commits don't change the view.
///
/// A view may move between threads. It lends bytes to a closure for the duration of the closure,
/// and they can't leave it.
@safe public struct ReadTransaction: ~Copyable {
  let handle: OpaquePointer

  /// The environment that reuses the handle at the end, or `nil` for the view that a write
  /// transaction lends of itself.
  private let owner: Environment?

  init(handle: OpaquePointer, owner: Environment?) {
    unsafe self.handle = handle
    self.owner = owner
  }

  deinit {
    unsafe owner?.recycle(IdleReader(handle: handle))
  }

  /// The number of the commit that the transaction sees.
  public var id: UInt64 { unsafe UInt64(mdb_txn_id(handle)) }

  /// Lends the value at `key` to `body`. If there is none, returns `nil` without calling `body`.
  public func withValue<Result>(
    at key: RawSpan, in database: Database, _ body: (RawSpan) throws -> Result
  ) throws -> Result? {
    var value = unsafe MDB_val()
    guard unsafe try lookUp(key, in: database, &value) else { return nil }
    return try unsafe body(value.buffer.bytes)
  }

  /// Returns whether there is a value at `key`.
  public func contains(_ key: RawSpan, in database: Database) throws(LMDBError) -> Bool {
    var value = unsafe MDB_val()
    return unsafe try lookUp(key, in: database, &value)
  }

  /// Returns the number of entries of the database, without visiting them.
  public func count(of database: Database) throws(LMDBError) -> Int {
    var tree = MDB_stat()
    unsafe try check(mdb_stat(handle, database.handle, &tree), "mdb_stat")
    return tree.ms_entries
  }

  private func lookUp(
    _ key: RawSpan, in database: Database, _ value: inout MDB_val
  ) throws(LMDBError) -> Bool {
    let status = unsafe key.withUnsafeBytes { bytes in
      var key = unsafe MDB_val(bytes)
      return unsafe mdb_get(handle, database.handle, &key, &value)
    }
    return try found(status, "mdb_get")
  }
}
