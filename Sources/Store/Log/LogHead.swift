internal import LMDB

/// The newest event and the newest id of a store.
///
/// This is a value. When a transaction is rolled back, the head of the transaction before it is
/// still there.
struct LogHead {
  private static let stampKey = Array("id.stamp".utf8)

  /// The revision of the newest event, or 0 if there is none.
  var revision: UInt64
  /// The chain of that event.
  var chain: [UInt8]
  /// The stamp of the newest time-ordered id.
  var stamp: TimeStamp
  private let savedStamp: TimeStamp

  /// Reads the head of the store.
  init(_ view: borrowing LMDB.ReadTransaction, _ system: SystemDatabases) throws {
    (revision, chain) = (0, EventChain.start)
    let saved = try view.withValue(at: Self.stampKey.span.bytes, in: system.meta) {
      UInt64(bigEndian: $0)
    }
    stamp = TimeStamp(rawValue: saved ?? 0)
    savedStamp = stamp
    var newest: (UInt64, [UInt8])?
    try view.scan(system.events, KeyRange(), .backward) { key, value in
      newest = (UInt64(bigEndian: key), Array(EventChain.chain(ofStored: Array(copying: value))))
      return false
    }
    if let newest { (revision, chain) = newest }
  }

  /// Writes the part that no event contains: the last stamp, if it is new.
  func save(_ raw: inout LMDB.WriteTransaction, _ system: SystemDatabases) throws {
    guard stamp != savedStamp else { return }
    try raw.put(
      stamp.rawValue.bigEndianBytes.span.bytes, at: Self.stampKey.span.bytes, in: system.meta)
  }
}
