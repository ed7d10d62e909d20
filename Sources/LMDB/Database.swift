internal import CLMDB
internal import Synchronization

/// A named, ordered map of byte strings within an environment.
///
/// A key has 1 to 511 bytes, and keys are ordered bytewise. The host opens a database once, at
/// start. A database stays open as long as its environment.
public struct Database: Hashable, Sendable {
  let handle: UInt32
}

extension Environment {
  /// Opens databases by name, and creates the missing ones.
  ///
  /// When all of them exist already, this writes nothing and doesn't wait for a writer.
  public func databases(named names: [String]) throws(LMDBError) -> [Database] {
    try openingDatabases.withLock { (_) throws(LMDBError) -> [Database] in
      do throws(LMDBError) {
        return try openAll(names, existing: true)
      } catch {
        guard error.code == .notFound else { throw error }
        return try openAll(names, existing: false)
      }
    }
  }

  /// Opens all databases in one transaction and commits it. A handle outlives its transaction only
  /// if the transaction commits, even if the transaction only reads.
  private func openAll(
    _ names: [String], existing: Bool
  ) throws(LMDBError) -> [Database] {
    let transaction = try unsafe begin(existing ? UInt32(MDB_RDONLY) : 0)
    do throws(LMDBError) {
      var databases: [Database] = []
      for name in names {
        try unsafe databases.append(open(name, in: transaction, creating: !existing))
      }
      unsafe try check(mdb_txn_commit(transaction), "mdb_txn_commit")
      return databases
    } catch {
      unsafe mdb_txn_abort(transaction)
      throw error
    }
  }

  private func open(
    _ name: String, in transaction: OpaquePointer, creating: Bool
  ) throws(LMDBError) -> Database {
    var handle: MDB_dbi = 0
    let flags = creating ? UInt32(MDB_CREATE) : 0
    unsafe try check(mdb_dbi_open(transaction, name, flags, &handle), "mdb_dbi_open")
    return Database(handle: handle)
  }
}
