public import ProtobufRuntime

/// Another order in which a table's records can be found.
///
/// Declare an index as a `static let`: it stands for a database and has an identity.
public struct Index<Record: Message>: Sendable {
  /// The name of the index in the store, and in the error for a unique value that is taken.
  public let name: String

  /// Whether no two records may have the same key.
  public let isUnique: Bool

  let keys: @Sendable (Record) -> [IndexKey]
  let slot = DatabaseSlot()

  /// Creates an index.
  ///
  /// - Parameter keys: Returns none, one or several keys of a record, from the record alone.
  public init(
    _ name: String, unique: Bool = false, keys: @escaping @Sendable (Record) -> [IndexKey]
  ) {
    self.name = name
    self.isUnique = unique
    self.keys = keys
  }

  /// Returns the keys of the record's entries, without duplicates. The value of each entry is the
  /// record's own key.
  func entries(of record: Record, at key: [UInt8]) -> [[UInt8]] {
    EntryChange.distinct(keys(record).map { isUnique ? $0.bytes : $0.bytes + key })
  }
}
