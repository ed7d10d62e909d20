internal import Synchronization

/// A table's or index's place in the arrays in which stores keep their handles; the same in every store.
struct DatabaseSlot: Sendable {
  private static let count = Atomic<Int>(0)

  let index: Int

  /// Takes the next free place.
  init() {
    index = Self.count.wrappingAdd(1, ordering: .relaxed).oldValue
  }
}

/// A database that a table needs, by name.
public struct DatabaseDeclaration: Sendable {
  let name: String
  let slot: DatabaseSlot
}

/// A ``Table`` of whatever record, as a ``Schema`` lists it.
public protocol TableDeclaration: Sendable {
  /// The databases that hold its records, indexes and counters.
  var databases: [DatabaseDeclaration] { get }
}
