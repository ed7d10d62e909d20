internal import LMDB

/// The databases that every store has. Tables have names of letters and dots, so none collides with these.
struct SystemDatabases: Sendable {
  static let names = ["_meta", "_events", "_outcomes", "_outcomes.age", "_events.index"]

  /// Versions by schema, and the last time-ordered id.
  let meta: Database
  /// Events by revision.
  let events: Database
  /// Recorded outcomes by the hash of actor and idempotency key.
  let outcomes: Database
  /// The same keys by time, for sweeping.
  let outcomeAges: Database
  /// Terms with the blocks of events that have them.
  let eventIndex: Database

  init(_ handles: [Database]) {
    (meta, events, outcomes, outcomeAges) = (handles[0], handles[1], handles[2], handles[3])
    eventIndex = handles[4]
  }
}
