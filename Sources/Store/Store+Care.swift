internal import Dispatch
internal import LMDB

extension Store {
  /// Frees the pages that dead readers still pin, and returns the number of those readers.
  ///
  /// Call this whenever a process that had the store open has ended abnormally, because the store
  /// can't notice that itself.
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
  /// The copy is a complete store. The directory must not exist yet.
  public func backup(to directory: String) async throws {
    let core = core
    try await withCheckedThrowingContinuation { (caller: CheckedContinuation<Void, any Error>) in
      DispatchQueue(label: "steward.store.backup").async {
        caller.resume(with: Result { try Backup.make(of: core, at: directory) })
      }
    }
  }

  /// Returns the fill level of the store.
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

/// The fill level of a store.
public struct StoreStatistics: Hashable, Sendable {
  /// The maximum size of the data file, in bytes.
  public let mapSize: Int
  /// The current size of the used part of the data file, in bytes, free pages included.
  public let usedBytes: Int
  /// The maximum number of reader slots that were in use at once.
  public let readers: Int
  /// The number of reader slots.
  public let maxReaders: Int
  /// The revision of the newest event.
  public let revision: UInt64
}
