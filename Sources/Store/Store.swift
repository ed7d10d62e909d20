internal import LMDB

/// The database that the host and its plugins share.
///
/// Each process opens the same directory. Reads are lock-free and see one commit. Writes are queued
/// and run one at a time on the store's own thread. A write is acknowledged once it is on the disk.
/// Every change appends its event to the log, in the same commit.
public final class Store: Sendable {
  /// The directory that the store was opened in.
  public let directory: String

  /// A stream that finishes once the store is closed. The store closes when no user and no write
  /// holds it any more. The stream doesn't keep the store open. Only one task may wait for it, and
  /// may then open the directory again.
  public var closed: AsyncStream<Never> { core.environment.closed }

  let core: StoreCore
  let writer: Writer
  let hub: RevisionHub

  private init(directory: String, core: StoreCore) {
    self.directory = directory
    self.core = core
    self.writer = Writer(core)
    self.hub = RevisionHub(core, directory: directory)
  }

  /// Opens the store in `directory`, and creates it if it doesn't exist.
  ///
  /// This blocks for as long as the disk takes. A first opening also waits for other processes'
  /// writes.
  ///
  /// - Parameter schema: The tables that this process uses. A host without tables omits it.
  public static func open(
    directory: String, schema: Schema = Schema(), options: StoreOptions = StoreOptions()
  ) throws -> Store {
    try StoreDirectory.create(directory)
    let key = try ChainKey.load(from: directory)
    do {
      let core = try StoreCore(directory, schema, options, key)
      try SchemaGate.pass(schema, in: core)
      return Store(directory: directory, core: core)
    } catch {
      throw StoreError.describing(error)
    }
  }

  /// Runs `body` with a view of the last commit.
  ///
  /// It runs immediately, on the calling thread. A read takes about as long as a lookup in a
  /// dictionary.
  public func read<Result>(
    _ body: (borrowing ReadTransaction) throws -> Result
  ) throws -> Result {
    do {
      return try body(try core.read())
    } catch {
      throw StoreError.describing(error)
    }
  }
}
