public import ProtobufRuntime

/// Records of one kind by key, with their indexes and counters, which change in the same transaction.
///
/// Declare it as a `static let`, and list it in the ``Schema`` that the store is opened with.
public struct Table<Record: Message>: TableDeclaration {
  /// As it is named in the store.
  public let name: String

  /// What one record is, as `organization`: it names events, errors and their reasons.
  public let noun: String

  /// What the actions of its events begin with, as `workspace_member`.
  public var eventNoun: String { noun.snake }

  let key: @Sendable (Record) -> [UInt8]
  let resource: @Sendable (Record) -> String
  /// Whether each change of a record is an event.
  public let isAudited: Bool
  let indexes: [Index<Record>]
  let counters: [Counter<Record>]
  let slot = DatabaseSlot()

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - key: Returns what the record is found by; it never changes in a record's life.
  ///   - resource: Returns the id that events and errors call the record by. Without it, the key as text.
  ///   - isAudited: Whether each change of a record is an event. Not for what only measures use: its records
  ///     keep the revision that the store had when they changed.
  public init<Key: TableKey>(
    _ name: String, noun: String, key: @escaping @Sendable (Record) -> Key,
    resource: (@Sendable (Record) -> String)? = nil, isAudited: Bool = true,
    indexes: [Index<Record>] = [],
    counters: [Counter<Record>] = []
  ) {
    self.name = name
    self.noun = noun
    self.key = { key($0).keyBytes }
    self.resource = resource ?? { key($0).text }
    self.isAudited = isAudited
    self.indexes = indexes
    self.counters = counters
  }

  /// Returns the id that events and errors call a record by.
  public func resource(of record: Record) -> String { resource(record) }

  /// The table's own database, then those of its indexes and counters.
  public var databases: [DatabaseDeclaration] {
    [DatabaseDeclaration(name: name, slot: slot)]
      + indexes.map { DatabaseDeclaration(name: "\(name).\($0.name)", slot: $0.slot) }
      + counters.map { DatabaseDeclaration(name: "\(name)#\($0.name)", slot: $0.slot) }
  }
}

extension TableKey {
  /// The key as people read it.
  var text: String { withKeyBytes { String(decoding: Array(copying: $0), as: UTF8.self) } }
}
