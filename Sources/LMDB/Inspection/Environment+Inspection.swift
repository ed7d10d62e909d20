internal import CLMDB
internal import Glibc

extension Environment {
  /// Checks every page that the last commit refers to, while other transactions read and write.
  ///
  /// This reads the whole file except for long values. That takes about a second for a gigabyte
  /// that is in memory.
  ///
  /// - Returns: The first damage found, or `nil` if there is none.
  public func inspect() throws(LMDBError) -> PageFlaw? {
    let file = unsafe try DataFile(handle)
    while true {
      // While the view is open, LMDB doesn't overwrite any page of its commit.
      let view = try read()
      guard let trees = try file.commit(view.id) else {
        // Other writers may have committed twice between the two steps, but they can't do so
        // forever.
        guard try statistics().lastTransaction == view.id else { continue }
        return PageFlaw(0, of: "the last commit", "has invalid content")
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

  /// Returns a stamp that changes with every commit and with every other write to the data file.
  public func stamp() throws(LMDBError) -> DataFileStamp {
    let information = unsafe try DataFile(handle).information()
    return DataFileStamp(
      commit: try statistics().lastTransaction, inode: UInt64(information.st_ino),
      size: Int(information.st_size), seconds: information.st_mtim.tv_sec,
      nanoseconds: information.st_mtim.tv_nsec)
  }

  /// Makes LMDB print a sentence on standard error before it ends the process because of a damaged
  /// page.
  static func sayWhatEndsTheProcess(_ environment: OpaquePointer) throws(LMDBError) {
    unsafe try check(mdb_env_set_assert(environment, sayDamaged), "mdb_env_set_assert")
  }
}

/// Reports a condition of LMDB that doesn't hold. LMDB ends the process when this function returns.
private func sayDamaged(_: OpaquePointer?, _ condition: UnsafePointer<CChar>?) {
  let condition = unsafe condition.map { unsafe String(cString: $0) } ?? ""
  let message =
    "The store's data file is damaged (\(condition)). Stop the host, and see: steward doctor\n"
  _ = unsafe write(STDERR_FILENO, message, message.utf8.count)
}

/// The state of a data file at one moment. Two equal stamps mean the same file, unchanged between
/// them.
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
