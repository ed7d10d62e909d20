internal import LMDB

/// Where the log and the ids of a store stand.
///
/// A value: a transaction that is rolled back leaves its predecessor's as it was.
struct LogHead {
  private static let stampKey = Array("id.stamp".utf8)

  /// The revision of the newest event; 0 when there is none.
  var revision: UInt64
  /// The chain of that event.
  var chain: [UInt8]
  /// The stamp of the newest time-ordered id.
  var stamp: TimeStamp
  private let savedStamp: TimeStamp

  /// Reads where the store stands.
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

  /// Writes what isn't an event's: the last stamp, if there is a new one.
  func save(_ raw: inout LMDB.WriteTransaction, _ system: SystemDatabases) throws {
    guard stamp != savedStamp else { return }
    try raw.put(
      stamp.rawValue.bigEndianBytes.span.bytes, at: Self.stampKey.span.bytes, in: system.meta)
  }
}
