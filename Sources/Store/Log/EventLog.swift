internal import LMDB
internal import ProtobufRuntime
internal import StewardProtos

/// The events of a store, by revision.
enum EventLog {
  static func lastRevision(_ view: borrowing ReadTransaction) throws -> UInt64 {
    var last: UInt64 = 0
    try view.raw.scan(view.core.system.events, KeyRange(), .backward) { key, _ in
      last = UInt64(bigEndian: key)
      return false
    }
    return last
  }

  /// Returns the newest event's position.
  static func position(_ view: borrowing ReadTransaction) throws -> LogPosition {
    var position = LogPosition.start
    try view.raw.scan(view.core.system.events, KeyRange(), .backward) { key, value in
      let chain = Array(EventChain.chain(ofStored: Array(copying: value)))
      position = LogPosition(revision: UInt64(bigEndian: key), chain: chain)
      return false
    }
    return position
  }

  /// Returns the position of one event, or the start for revision 0; `nil` if there is no such event.
  static func position(
    of revision: UInt64, _ view: borrowing ReadTransaction
  ) throws -> LogPosition? {
    guard revision > 0 else { return .start }
    return try view.raw.withValue(
      at: revision.bigEndianBytes.span.bytes, in: view.core.system.events
    ) {
      LogPosition(
        revision: revision, chain: Array(EventChain.chain(ofStored: Array(copying: $0))))
    }
  }

  /// Returns the events from a revision on, oldest first.
  static func events(
    from revision: UInt64, limit: Int, _ view: borrowing ReadTransaction
  ) throws -> [Event] {
    let range = KeyRange(from: .inclusive(revision.bigEndianBytes))
    return try events(in: range, .forward, limit: limit, view)
  }

  /// Returns the events before a revision, newest first.
  static func events(
    before revision: UInt64, limit: Int, _ view: borrowing ReadTransaction
  ) throws -> [Event] {
    let range = KeyRange(to: .exclusive(revision.bigEndianBytes))
    return try events(in: range, .backward, limit: limit, view)
  }

  private static func events(
    in range: KeyRange, _ direction: ScanDirection, limit: Int, _ view: borrowing ReadTransaction
  ) throws -> [Event] {
    var events: [Event] = []
    try forEach(in: range, direction, limit: limit, view) { revision, stored in
      do {
        try events.append(Event(serialized: stored))
      } catch {
        throw StoreError.chainBroken(at: revision)
      }
    }
    return events
  }

  /// Checks up to `limit` events that follow a position, and returns the last one's.
  ///
  /// - Throws: ``LogBreak`` at the first that isn't what was written.
  static func verify(
    after start: LogPosition, limit: Int, _ view: borrowing ReadTransaction
  ) throws -> LogPosition {
    var last = start
    let chain = view.core.chain
    guard start.revision < .max else { return start }
    let range = KeyRange(from: .inclusive((start.revision + 1).bigEndianBytes))
    try forEach(in: range, .forward, limit: limit, view) { revision, stored in
      guard revision == last.revision + 1 else {
        throw LogBreak(at: last.revision + 1, .missing)
      }
      guard chain.verifies(stored, after: last.chain) else {
        throw LogBreak(at: revision, kind(of: stored, at: revision))
      }
      last = LogPosition(
        revision: revision, chain: Array(EventChain.chain(ofStored: stored)))
    }
    return last
  }

  private static func kind(of stored: [UInt8], at revision: UInt64) -> LogBreak.Kind {
    guard let event = try? Event(serialized: stored), event.revision != revision else {
      return .altered
    }
    return .displaced(event.revision)
  }

  private static func forEach(
    in range: KeyRange, _ direction: ScanDirection, limit: Int, _ view: borrowing ReadTransaction,
    _ visit: (UInt64, [UInt8]) throws -> Void
  ) throws {
    guard limit > 0 else { return }
    var left = limit
    try view.raw.scan(view.core.system.events, range, direction) { key, value in
      try visit(UInt64(bigEndian: key), Array(copying: value))
      left -= 1
      return left > 0
    }
  }
}
