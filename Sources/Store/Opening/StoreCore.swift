internal import Crypto
internal import LMDB

/// The parts of a store that every transaction needs: the environment, the handles of its
/// databases, and the key.
final class StoreCore: Sendable {
  let environment: Environment
  let system: SystemDatabases
  let options: StoreOptions
  let chain: EventChain
  /// The keyed hash for the requests of recorded calls.
  let requests: KeyedHash

  /// The handles by ``DatabaseSlot``. An index into an array is faster than a lookup by name.
  private let databases: [Database?]

  init(
    _ directory: String, _ schema: Schema, _ options: StoreOptions, _ key: SymmetricKey
  ) throws {
    let declared = schema.tables.flatMap(\.databases)
    self.options = options
    self.chain = EventChain(key: key)
    self.requests = KeyedHash(key, purpose: "requests")
    self.environment = try Environment(
      directory: directory,
      options: EnvironmentOptions(mapSize: options.mapSize, synchronizes: options.durable))
    if options.inspects { try Soundness.require(of: environment) }
    let handles = try environment.databases(named: SystemDatabases.names + declared.map(\.name))
    self.system = SystemDatabases(handles)
    self.databases = Self.bySlot(declared, handles.dropFirst(SystemDatabases.names.count))
  }

  private static func bySlot(
    _ declared: [DatabaseDeclaration], _ handles: ArraySlice<Database>
  ) -> [Database?] {
    let last = declared.map(\.slot.index).max() ?? -1
    var databases = [Database?](repeating: nil, count: last + 1)
    for (declaration, handle) in zip(declared, handles) {
      precondition(
        databases[declaration.slot.index] == nil, "\(declaration.name) is declared twice")
      databases[declaration.slot.index] = handle
    }
    return databases
  }

  func database(_ slot: DatabaseSlot) -> Database {
    guard slot.index < databases.count, let database = databases[slot.index] else {
      preconditionFailure(
        "a table or index is missing in the schema that the store was opened with")
    }
    return database
  }

  func read() throws -> ReadTransaction {
    ReadTransaction(try environment.read(), self)
  }

  /// Whether there is a commit on the disk that readers don't see yet.
  ///
  /// Readers see a commit just after LMDB has written its meta page. If a writer is killed in
  /// between, the commit is complete but stays invisible until the next write transaction begins.
  func readersLag() throws -> Bool {
    let written = try environment.statistics().lastTransaction
    let view = try environment.read()
    return view.id < written
  }
}
