internal import LMDB
internal import ProtobufRuntime
internal import StoreProtos

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

  /// Returns the position of one event, or the start for revision 0. Returns `nil` if there is no
  /// such event.
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

  /// Returns up to `limit` events, starting at a revision, oldest first.
  static func events(
    from revision: UInt64, limit: Int, _ view: borrowing ReadTransaction
  ) throws -> [Event] {
    var events: [Event] = []
    try forEach(from: revision, limit: limit, view) { revision, stored in
      try events.append(event(stored, at: revision))
    }
    return events
  }

  /// Calls `visit` with the events of a range of revisions, until it returns `false`.
  static func forEach(
    in revisions: Range<UInt64>, _ direction: ScanDirection, _ view: borrowing ReadTransaction,
    _ visit: (Event) throws -> Bool
  ) throws {
    let range = KeyRange(
      from: .inclusive(revisions.lowerBound.bigEndianBytes),
      to: .exclusive(revisions.upperBound.bigEndianBytes))
    try view.raw.scan(view.core.system.events, range, direction) { key, value in
      try visit(event(Array(copying: value), at: UInt64(bigEndian: key)))
    }
  }

  private static func event(_ stored: [UInt8], at revision: UInt64) throws -> Event {
    do {
      return try Event(serialized: stored)
    } catch {
      throw StoreError.chainBroken(at: revision)
    }
  }

  /// Verifies up to `limit` events after a position, and returns the position of the last one.
  ///
  /// - Throws: ``LogCorruption`` at the first event that isn't the one that was written.
  static func verify(
    after start: LogPosition, limit: Int, _ view: borrowing ReadTransaction
  ) throws -> LogPosition {
    var last = start
    let chain = view.core.chain
    guard start.revision < .max else { return start }
    try forEach(from: start.revision + 1, limit: limit, view) { revision, stored in
      guard revision == last.revision + 1 else {
        throw LogCorruption(at: last.revision + 1, .missing)
      }
      guard chain.verifies(stored, after: last.chain) else {
        throw LogCorruption(at: revision, kind(of: stored, at: revision))
      }
      last = LogPosition(
        revision: revision, chain: Array(EventChain.chain(ofStored: stored)))
    }
    return last
  }

  private static func kind(of stored: [UInt8], at revision: UInt64) -> LogCorruption.Kind {
    guard let event = try? Event(serialized: stored), event.revision != revision else {
      return .altered
    }
    return .displaced(event.revision)
  }

  private static func forEach(
    from revision: UInt64, limit: Int, _ view: borrowing ReadTransaction,
    _ visit: (UInt64, [UInt8]) throws -> Void
  ) throws {
    guard limit > 0 else { return }
    var left = limit
    let range = KeyRange(from: .inclusive(revision.bigEndianBytes))
    try view.raw.scan(view.core.system.events, range) { key, value in
      try visit(UInt64(bigEndian: key), Array(copying: value))
      left -= 1
      return left > 0
    }
  }
}
