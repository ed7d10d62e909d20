internal import Store
internal import StoreProtos

/// The changes in the store after a revision: which topics have events, and the newest event
/// of each topic.
struct StoreChanges: Hashable, Sendable {
  /// The current revision of the store.
  var revision: UInt64
  /// The revision of the newest event of each topic. `nil` if there may be events of any topic.
  var newest: [String: UInt64]?

  /// The maximum number of events that are read. If there are more, there may be events of any
  /// topic.
  static let most = 256

  /// Reads the changes after `revision`.
  static func after(_ revision: UInt64, in store: Store) throws -> StoreChanges {
    try store.read { tx in
      let last = try tx.lastRevision()
      guard last > revision else { return StoreChanges(revision: last, newest: [:]) }
      guard last - revision <= UInt64(most) else { return StoreChanges(revision: last) }
      let events = try tx.events(from: revision + 1, limit: most)
      let topics = events.map { (String($0.topic), $0.revision) }
      return StoreChanges(revision: last, newest: Dictionary(topics, uniquingKeysWith: max))
    }
  }
}
