internal import LMDB

/// The databases that every store has. Tables have names of letters and dots, so no table collides
/// with these.
struct SystemDatabases: Sendable {
  static let names = ["_meta", "_events", "_outcomes", "_outcomes.age", "_events.index"]

  /// The versions by schema, the marks, and the stamp of the last time-ordered id.
  let meta: Database
  /// The events by revision.
  let events: Database
  /// The recorded outcomes, by the hash of actor and idempotency key.
  let outcomes: Database
  /// The keys of the outcomes by time, for the removal of expired ones.
  let outcomeAges: Database
  /// The terms with the blocks of events that have them.
  let eventIndex: Database

  init(_ handles: [Database]) {
    (meta, events, outcomes, outcomeAges) = (handles[0], handles[1], handles[2], handles[3])
    eventIndex = handles[4]
  }
}
