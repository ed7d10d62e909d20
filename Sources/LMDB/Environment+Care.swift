internal import CLMDB

extension Environment {
  /// Frees the reader slots of processes that have died, and returns the number of freed slots.
  ///
  /// Until then, a dead reader pins every page that was freed after its snapshot.
  public func clearStaleReaders() throws(LMDBError) -> Int {
    var cleared: Int32 = 0
    unsafe try check(mdb_reader_check(handle, &cleared), "mdb_reader_check")
    return Int(cleared)
  }

  /// Copies the last commit to `directory`, which must exist and be empty, while other transactions
  /// read and write.
  ///
  /// With `compacting`, the copy leaves out free pages.
  public func copy(to directory: String, compacting: Bool = true) throws(LMDBError) {
    let flags = compacting ? UInt32(MDB_CP_COMPACT) : 0
    unsafe try check(mdb_env_copy2(handle, directory, flags), "mdb_env_copy2")
  }

  /// Returns how full the environment is.
  public func statistics() throws(LMDBError) -> EnvironmentStatistics {
    var information = unsafe MDB_envinfo()
    var tree = MDB_stat()
    unsafe try check(mdb_env_info(handle, &information), "mdb_env_info")
    unsafe try check(mdb_env_stat(handle, &tree), "mdb_env_stat")
    return unsafe EnvironmentStatistics(
      mapSize: information.me_mapsize,
      usedBytes: (information.me_last_pgno + 1) * Int(tree.ms_psize),
      lastTransaction: UInt64(information.me_last_txnid),
      maxReaders: Int(information.me_maxreaders),
      readers: Int(information.me_numreaders))
  }
}

/// The fill level of an environment.
public struct EnvironmentStatistics: Hashable, Sendable {
  /// The maximum size of the data file, in bytes.
  public let mapSize: Int
  /// The current size of the used part of the data file, in bytes, free pages included.
  public let usedBytes: Int
  /// The number of the last commit, read from the data file itself.
  public let lastTransaction: UInt64
  /// The number of reader slots.
  public let maxReaders: Int
  /// The number of reader slots that were ever in use since the lock file was created.
  public let readers: Int
}
