public import ProtobufRuntime

/// Records of one kind by key, with their indexes and counters. They change in the same
/// transaction.
///
/// Declare a table as a `static let`, and list it in the ``Schema`` that the store is opened with.
public struct Table<Record: Message>: TableDeclaration {
  /// The name of the table in the store.
  public let name: String

  /// The noun for one record, as `organization`. Events, errors and their reasons contain it.
  public let noun: String

  /// The first part of the actions of the table's events, as `workspace_member`.
  public var eventNoun: String { noun.snake }

  let key: @Sendable (Record) -> [UInt8]
  let resource: @Sendable (Record) -> String
  let organization: @Sendable (Record) -> String
  /// Whether each change of a record is an event.
  public let isAudited: Bool
  let indexes: [Index<Record>]
  let counters: [Counter<Record>]
  let slot = DatabaseSlot()

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - key: Returns the key of a record. It never changes during a record's life.
  ///   - resource: Returns the id of a record in events and errors. The default is the key as text.
  ///   - organization: Returns the id of the organization that a record belongs to, or an empty text
  ///     if it belongs to none. Events contain it. By default, records belong to none.
  ///   - isAudited: Whether each change of a record is an event. Set it to false for records that
  ///     only measure use. Such a record keeps the revision that the store had when it changed.
  public init<Key: TableKey>(
    _ name: String, noun: String, key: @escaping @Sendable (Record) -> Key,
    resource: (@Sendable (Record) -> String)? = nil,
    organization: @escaping @Sendable (Record) -> String = { _ in "" }, isAudited: Bool = true,
    indexes: [Index<Record>] = [],
    counters: [Counter<Record>] = []
  ) {
    self.name = name
    self.noun = noun
    self.key = { key($0).keyBytes }
    self.resource = resource ?? { key($0).text }
    self.organization = organization
    self.isAudited = isAudited
    self.indexes = indexes
    self.counters = counters
  }

  /// Returns the id of a record in events and errors.
  public func resource(of record: Record) -> String { resource(record) }

  /// The table's own database, then those of its indexes and counters.
  public var databases: [DatabaseDeclaration] {
    [DatabaseDeclaration(name: name, slot: slot)]
      + indexes.map { DatabaseDeclaration(name: "\(name).\($0.name)", slot: $0.slot) }
      + counters.map { DatabaseDeclaration(name: "\(name)#\($0.name)", slot: $0.slot) }
  }
}

extension TableKey {
  /// The key as text, for messages.
  var text: String { withKeyBytes { String(decoding: Array(copying: $0), as: UTF8.self) } }
}
