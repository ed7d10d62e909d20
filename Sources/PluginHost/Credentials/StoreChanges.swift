internal import Store
internal import StoreProtos

/// What happened in the store after a revision: of which kinds of records there were events, and when last.
struct StoreChanges: Hashable, Sendable {
  /// The revision that the store is at.
  var revision: UInt64
  /// The newest event of each kind, which is what its action begins with, as `session`; nil for of any.
  var newest: [String: UInt64]?

  /// More events than these aren't looked at: then there may have been one of any kind.
  static let most = 256

  /// Reads what happened after `revision`.
  static func after(_ revision: UInt64, in store: Store) throws -> StoreChanges {
    try store.read { tx in
      let last = try tx.lastRevision()
      guard last > revision else { return StoreChanges(revision: last, newest: [:]) }
      guard last - revision <= UInt64(most) else { return StoreChanges(revision: last) }
      let events = try tx.events(from: revision + 1, limit: most)
      let kinds = events.map { (String($0.action.prefix { $0 != "." }), $0.revision) }
      return StoreChanges(revision: last, newest: Dictionary(kinds, uniquingKeysWith: max))
    }
  }
}
