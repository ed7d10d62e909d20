public import ProtobufRuntime

/// A count of records by key, kept up to date in the transactions that change them.
///
/// Declare it as a `static let`: it stands for a database, and has its identity.
public struct Counter<Record: Message>: Sendable {
  /// As it is named in the store.
  public let name: String

  let keys: @Sendable (Record) -> [IndexKey]
  let slot = DatabaseSlot()

  /// Creates a counter.
  ///
  /// - Parameter keys: Returns the keys under which a record counts, from the record alone.
  public init(_ name: String, keys: @escaping @Sendable (Record) -> [IndexKey]) {
    self.name = name
    self.keys = keys
  }

  /// Returns the keys under which a record counts, each once.
  func entries(of record: Record) -> [[UInt8]] {
    EntryChange.distinct(keys(record).map(\.bytes))
  }
}

/// A count that isn't what a recount gives.
public struct CounterMismatch: Hashable, Sendable {
  /// The counter.
  public let counter: String
  /// The key, in the bytes of an ``IndexKey``.
  public let key: [UInt8]
  /// What the store says.
  public let stored: Int
  /// How many there are.
  public let actual: Int
}
