internal import CLMDB
internal import Synchronization

/// A read transaction after a reset. It keeps its reader slot and has no snapshot.
@safe struct IdleReader: @unchecked Sendable {
  // With MDB_NOTLS a reset transaction belongs to no thread, and it is in the pool only while no
  // reader uses it.
  let handle: OpaquePointer
}

extension Environment {
  /// The maximum number of idle readers to keep. More would help only if more threads than this
  /// read at the same instant.
  private static var maximumIdleReaders: Int { 16 }

  /// Begins a read transaction on the last commit.
  public func read() throws(LMDBError) -> ReadTransaction {
    guard let reader = idleReaders.withLock({ $0.popLast() }) else {
      return unsafe ReadTransaction(handle: try beginReading(), owner: self)
    }
    let status = unsafe mdb_txn_renew(reader.handle)
    guard status == MDB_SUCCESS else {
      unsafe mdb_txn_abort(reader.handle)
      throw LMDBError(LMDBError.Code(status: status), "mdb_txn_renew")
    }
    return unsafe ReadTransaction(handle: reader.handle, owner: self)
  }

  /// Keeps an ended read transaction for the next reader, because renewing one costs a tenth of
  /// beginning one.
  func recycle(_ reader: IdleReader) {
    unsafe mdb_txn_reset(reader.handle)
    let kept = idleReaders.withLock { idle in
      guard idle.count < Self.maximumIdleReaders else { return false }
      idle.append(reader)
      return true
    }
    if !kept { unsafe mdb_txn_abort(reader.handle) }
  }

  /// Begins a new read transaction. If all slots are taken, this clears the slots of dead processes
  /// and tries once more.
  private func beginReading() throws(LMDBError) -> OpaquePointer {
    do throws(LMDBError) {
      return unsafe try begin(UInt32(MDB_RDONLY))
    } catch {
      guard error.code == .readersFull, try clearStaleReaders() > 0 else { throw error }
      return unsafe try begin(UInt32(MDB_RDONLY))
    }
  }

  func begin(
    _ flags: UInt32, parent: OpaquePointer? = nil
  ) throws(LMDBError) -> OpaquePointer {
    var transaction: OpaquePointer?
    unsafe try check(mdb_txn_begin(handle, parent, flags, &transaction), "mdb_txn_begin")
    guard let transaction = unsafe transaction else {
      throw LMDBError(.badTransaction, "mdb_txn_begin")
    }
    return unsafe transaction
  }
}
