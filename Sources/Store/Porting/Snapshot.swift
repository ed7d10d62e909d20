internal import Synchronization

/// A view of the store as of one commit, for repeated reads, also across awaits.
///
/// It is for work that takes longer than one closure, as an export. Until it is released, it pins
/// the pages of its commit. Changes in the meantime take new pages.
public final class Snapshot: Sendable {
  private let view: Mutex<ReadTransaction>

  init(_ core: StoreCore) throws {
    view = Mutex(try core.read())
  }

  /// Runs `body` with the view. Only one call runs at a time.
  public func read<Result: Sendable>(
    _ body: (borrowing ReadTransaction) throws -> Result
  ) throws -> Result {
    do {
      return try view.withLock { try body($0) }
    } catch {
      throw StoreError.describing(error)
    }
  }
}

extension Store {
  /// Returns a snapshot of the last commit.
  public func snapshot() throws -> Snapshot {
    do {
      return try Snapshot(core)
    } catch {
      throw StoreError.describing(error)
    }
  }
}
