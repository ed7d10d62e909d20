internal import CLMDB

/// A view of the environment as of one commit, which later commits don't touch.
///
/// It may move between threads. Bytes are lent to a closure for its duration and can't leave it.
@safe public struct ReadTransaction: ~Copyable {
  let handle: OpaquePointer

  /// Takes the handle back at the end; `nil` for the view that a write transaction lends of itself.
  private let owner: Environment?

  init(handle: OpaquePointer, owner: Environment?) {
    unsafe self.handle = handle
    self.owner = owner
  }

  deinit {
    unsafe owner?.recycle(IdleReader(handle: handle))
  }

  /// The number of the commit that it sees.
  public var id: UInt64 { unsafe UInt64(mdb_txn_id(handle)) }

  /// Lends the value at `key` to `body`; returns `nil` without calling it when there is none.
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

  /// Returns how many entries the database has, without counting them.
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
