public import ProtobufRuntime

/// A count of records by key. The transactions that change the records keep it up to date.
///
/// Declare a counter as a `static let`: it stands for a database and has an identity.
public struct Counter<Record: Message>: Sendable {
  /// The name of the counter in the store.
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

  /// Returns the keys under which a record counts, without duplicates.
  func entries(of record: Record) -> [[UInt8]] {
    EntryChange.distinct(keys(record).map(\.bytes))
  }
}

/// A count in the store that differs from a recount.
public struct CounterMismatch: Hashable, Sendable {
  /// The name of the counter, with its table.
  public let counter: String
  /// The key, as the bytes of an ``IndexKey``.
  public let key: [UInt8]
  /// The count in the store.
  public let stored: Int
  /// The real number of records.
  public let actual: Int
}
