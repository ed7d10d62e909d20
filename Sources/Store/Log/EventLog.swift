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

  static func events(
    from revision: UInt64, limit: Int, _ view: borrowing ReadTransaction
  ) throws -> [Event] {
    var events: [Event] = []
    try forEach(from: revision, limit: limit, view) { revision, stored in
      do {
        try events.append(Event(serialized: stored))
      } catch {
        throw StoreError.chainBroken(at: revision)
      }
    }
    return events
  }

  /// Checks up to `limit` events that follow the one of `revision` and `chain`; returns the last of them.
  static func verify(
    after revision: UInt64, _ chain: [UInt8], limit: Int, _ view: borrowing ReadTransaction
  ) throws -> (revision: UInt64, chain: [UInt8]) {
    var last = (revision: revision, chain: chain)
    let key = view.core.chain
    try forEach(from: revision + 1, limit: limit, view) { revision, stored in
      guard revision == last.revision + 1, key.verifies(stored, after: last.chain) else {
        throw StoreError.chainBroken(at: last.revision + 1)
      }
      last = (revision, Array(EventChain.chain(ofStored: stored)))
    }
    return last
  }

  /// Returns the chain of one event, or of the start before the first.
  static func chain(
    of revision: UInt64, _ view: borrowing ReadTransaction
  ) throws -> [UInt8] {
    guard revision > 0 else { return EventChain.start }
    let chain = try view.raw.withValue(
      at: revision.bigEndianBytes.span.bytes, in: view.core.system.events
    ) { Array(EventChain.chain(ofStored: Array(copying: $0))) }
    guard let chain else { throw StoreError.chainBroken(at: revision) }
    return chain
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
