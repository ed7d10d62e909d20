internal import CLMDB
internal import Glibc

extension Environment {
  /// Looks at every page that the last commit refers to, while others read and write.
  ///
  /// It reads the whole file but for long values, which takes about a second for a gigabyte that is in memory.
  ///
  /// - Returns: The first damage that is met; `nil` if there is none.
  public func inspect() throws(LMDBError) -> PageFlaw? {
    let file = unsafe try DataFile(handle)
    while true {
      // As long as it is open, no page of its commit is written again.
      let view = try read()
      guard let trees = try file.commit(view.id) else {
        // Others may have committed twice between the two steps; but not for ever.
        guard try statistics().lastTransaction == view.id else { continue }
        return PageFlaw(0, of: "the last commit", "does not hold what it must")
      }
      do {
        try PageWalk.run(over: trees, of: file)
        return nil
      } catch let flaw as PageFlaw {
        return flaw
      } catch {
        throw error as? LMDBError ?? LMDBError(.inputOutput, "pread")
      }
    }
  }

  /// Returns what changes with every commit and with everything else that writes to the data file.
  public func stamp() throws(LMDBError) -> DataFileStamp {
    let information = unsafe try DataFile(handle).information()
    return DataFileStamp(
      commit: try statistics().lastTransaction, inode: UInt64(information.st_ino),
      size: Int(information.st_size), seconds: information.st_mtim.tv_sec,
      nanoseconds: information.st_mtim.tv_nsec)
  }

  /// Has a damaged page that LMDB can't go on with end the process with a sentence on standard error.
  static func sayWhatEndsTheProcess(_ environment: OpaquePointer) throws(LMDBError) {
    unsafe try check(mdb_env_set_assert(environment, sayDamaged), "mdb_env_set_assert")
  }
}

/// Tells of a condition that LMDB has found not to hold. The process ends when it returns.
private func sayDamaged(_: OpaquePointer?, _ condition: UnsafePointer<CChar>?) {
  let condition = unsafe condition.map { unsafe String(cString: $0) } ?? ""
  let message =
    "The store's data file is damaged (\(condition)). Stop the host, and see: steward doctor\n"
  _ = unsafe write(STDERR_FILENO, message, message.utf8.count)
}

/// In which state a data file was seen. Two that are equal are of the same file, unchanged between them.
public struct DataFileStamp: Hashable, Sendable, CustomStringConvertible {
  /// The number of the last commit.
  let commit: UInt64
  let inode: UInt64
  let size: Int
  /// When the file was last written to.
  let seconds: Int
  let nanoseconds: Int

  /// The stamp as one line of numbers.
  public var description: String { "\(commit) \(inode) \(size) \(seconds).\(nanoseconds)" }
}
