internal import Dispatch
internal import LMDB

extension Store {
  /// Frees what readers that have died still pin, and returns how many there were.
  ///
  /// Call it whenever a process that had the store open has ended abnormally: nobody else can know.
  @discardableResult
  public func clearStaleReaders() throws -> Int {
    do {
      let cleared = try core.environment.clearStaleReaders()
      if try core.readersLag() { writer.submit(WriteRequest(.none, isDryRun: true) { _ in }) }
      return cleared
    } catch {
      throw StoreError.describing(error)
    }
  }

  /// Copies the store as of its last commit, with its chain key, while it is in use.
  ///
  /// The copy is a store like any other. The directory must not be there yet.
  public func backup(to directory: String) async throws {
    let core = core
    try await withCheckedThrowingContinuation { (caller: CheckedContinuation<Void, any Error>) in
      DispatchQueue(label: "steward.store.backup").async {
        caller.resume(with: Result { try Backup.make(of: core, at: directory) })
      }
    }
  }

  /// Returns how full the store is.
  public func statistics() throws -> StoreStatistics {
    do {
      let statistics = try core.environment.statistics()
      return StoreStatistics(
        mapSize: statistics.mapSize, usedBytes: statistics.usedBytes, readers: statistics.readers,
        maxReaders: statistics.maxReaders, revision: try lastRevision())
    } catch {
      throw StoreError.describing(error)
    }
  }
}

/// How full a store is.
public struct StoreStatistics: Hashable, Sendable {
  /// The most that the data file may grow to, in bytes.
  public let mapSize: Int
  /// What it has grown to, free pages included.
  public let usedBytes: Int
  /// How many reader slots were ever in use at once.
  public let readers: Int
  /// How many there are.
  public let maxReaders: Int
  /// The revision of the newest event.
  public let revision: UInt64
}
