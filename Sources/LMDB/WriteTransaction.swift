internal import CLMDB
internal import Glibc

/// Changes that become visible and durable together by ``commit()``, or not at all.
///
/// A write transaction belongs to the thread that began it. It is the only one over all processes.
/// A transaction that goes out of scope uncommitted is rolled back.
@safe public struct WriteTransaction: ~Copyable {
  private let handle: OpaquePointer
  private let environment: Environment
  private var isOpen = true

  /// The number of attempted puts and deletes, including those that failed. A nested transaction
  /// counts its own.
  public private(set) var changeCount = 0

  /// The same data for reading, including this transaction's changes.
  public let view: ReadTransaction

  init(handle: OpaquePointer, environment: Environment) {
    unsafe self.handle = handle
    self.environment = environment
    unsafe self.view = ReadTransaction(handle: handle, owner: nil)
  }

  deinit {
    if isOpen { unsafe mdb_txn_abort(handle) }
  }

  /// Makes the changes durable. For a nested transaction, makes them part of the parent.
  ///
  /// The transaction is over whether this succeeds or not. If it fails, nothing has changed.
  public consuming func commit() throws(LMDBError) {
    isOpen = false
    errno = 0
    let status = unsafe mdb_txn_commit(handle)
    // LMDB also returns EIO for a short write. A short write sets no errno, and means a full disk.
    let isShortWrite = status == EIO && errno != EIO
    try check(isShortWrite ? ENOSPC : status, "mdb_txn_commit")
  }

  /// Runs `body` with a transaction within this one. Unless `body` commits it, its changes are
  /// lost.
  ///
  /// `body` must commit or drop the nested transaction before it returns.
  public mutating func nested<Result>(
    _ body: (consuming WriteTransaction) throws -> Result
  ) throws -> Result {
    let child = unsafe try environment.begin(0, parent: handle)
    return unsafe try body(WriteTransaction(handle: child, environment: environment))
  }

  /// Returns a second view like ``view``, for a type that holds both. The view must not outlive
  /// this transaction.
  package borrowing func lentView() -> ReadTransaction {
    unsafe ReadTransaction(handle: handle, owner: nil)
  }
}

extension WriteTransaction {
  /// Puts `value` at `key`. Replaces a value that is already there.
  public mutating func put(
    _ value: RawSpan, at key: RawSpan, in database: Database
  ) throws(LMDBError) {
    try check(store(value, at: key, in: database, 0), "mdb_put")
  }

  /// Puts `value` at `key` unless there is a value already. Returns whether it did.
  public mutating func insert(
    _ value: RawSpan, at key: RawSpan, in database: Database
  ) throws(LMDBError) -> Bool {
    let status = store(value, at: key, in: database, UInt32(MDB_NOOVERWRITE))
    guard status != MDB_KEYEXIST else { return false }
    try check(status, "mdb_put")
    return true
  }

  /// Puts `value` at a `key` that is greater than all others. This fills pages best.
  ///
  /// Any other key is refused with ``LMDBError/Code/keyExists``.
  public mutating func append(
    _ value: RawSpan, at key: RawSpan, in database: Database
  ) throws(LMDBError) {
    try check(store(value, at: key, in: database, UInt32(MDB_APPEND)), "mdb_put")
  }

  /// Removes the value at `key`. Returns whether there was one.
  public mutating func delete(
    _ key: RawSpan, in database: Database
  ) throws(LMDBError) -> Bool {
    changeCount += 1
    let status = unsafe key.withUnsafeBytes { bytes in
      var key = unsafe MDB_val(bytes)
      return unsafe mdb_del(handle, database.handle, &key, nil)
    }
    return try found(status, "mdb_del")
  }

  /// Removes all entries of a database.
  public mutating func deleteAll(in database: Database) throws(LMDBError) {
    changeCount += 1
    unsafe try check(mdb_drop(handle, database.handle, 0), "mdb_drop")
  }

  private mutating func store(
    _ value: RawSpan, at key: RawSpan, in database: Database, _ flags: UInt32
  ) -> Int32 {
    changeCount += 1
    return unsafe key.withUnsafeBytes { keyBytes in
      unsafe value.withUnsafeBytes { valueBytes in
        var key = unsafe MDB_val(keyBytes)
        var value = unsafe MDB_val(valueBytes)
        return unsafe mdb_put(handle, database.handle, &key, &value, flags)
      }
    }
  }
}

extension Environment {
  /// Waits until no other process or thread writes, then begins a write transaction.
  ///
  /// Call this only on a thread that may block, and use the transaction on that thread only.
  public func write() throws(LMDBError) -> WriteTransaction {
    unsafe WriteTransaction(handle: try begin(0), environment: self)
  }
}
