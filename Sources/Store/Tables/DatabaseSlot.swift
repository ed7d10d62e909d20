internal import Synchronization

/// The position of a table or an index in the arrays of database handles. It is the same in every
/// store.
struct DatabaseSlot: Sendable {
  private static let count = Atomic<Int>(0)

  let index: Int

  /// Takes the next free position.
  init() {
    index = Self.count.wrappingAdd(1, ordering: .relaxed).oldValue
  }
}

/// A database that a table needs, by name.
public struct DatabaseDeclaration: Sendable {
  let name: String
  let slot: DatabaseSlot
}

/// A ``Table`` of any record type, for the list in a ``Schema``.
public protocol TableDeclaration: Sendable {
  /// The databases that hold its records, indexes and counters.
  var databases: [DatabaseDeclaration] { get }

  /// Makes the entries of all indexes and counters again, from the records. It is for a
  /// ``Migration`` to a schema with other indexes or counters.
  func rebuild(in tx: inout WriteTransaction) throws
}
