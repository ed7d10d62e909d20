internal import LMDB

/// What the host and its plugins remember, shared by all of them.
///
/// Each process opens the same directory. Reads are lock-free and see one commit; writes are queued, run one
/// at a time on the store's own thread, and are acknowledged once they are on the disk. Every change appends
/// its event to the log, in the same commit.
public final class Store: Sendable {
  /// Where it was opened.
  public let directory: String

  /// Ends once the store is closed, which it is when the last write has let go of it after the last
  /// user has. It doesn't keep the store open. One task may wait, and open the directory again then.
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

  /// Opens the store in `directory`, and makes it if it isn't there.
  ///
  /// It blocks for as long as the disk takes, and a first opening waits for other processes' writes.
  ///
  /// - Parameter schema: The tables that this process uses. A host that uses none passes none.
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
  /// It runs at once and on the calling thread: a read takes about as long as a look into a dictionary.
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
