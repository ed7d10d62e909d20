internal import LMDB

/// In which blocks of the log the events are that have a term.
///
/// It is brought up to date when the log is searched, and not when an event is written: so changes cost nothing
/// for it, and what it takes is shared by thousands of events. Whatever it doesn't have yet is read through.
enum EventIndex {
  /// How many events are looked at together.
  static let blockLength: UInt64 = 256
  /// So many may be missing before it is worth a commit.
  private static let maximumMissing: UInt64 = 16
  /// How many a commit adds: other writers wait for it.
  private static let addedAtOnce: UInt64 = 16
  private static let mark = "event_index"

  static func block(of revision: UInt64) -> UInt64 { revision / blockLength }

  /// How many blocks are in it, from the first on.
  static func count(_ view: borrowing ReadTransaction) throws -> UInt64 {
    try view.mark(mark).map { UInt64(bigEndian: $0.span.bytes) } ?? 0
  }

  /// Whether so many events are missing that they should be added.
  static func isBehind(_ view: borrowing ReadTransaction) throws -> Bool {
    let (whole, count) = (try wholeBlocks(view), try count(view))
    return whole > count && whole - count > maximumMissing
  }

  /// Adds the next blocks; returns whether there are more.
  static func extend(in tx: inout WriteTransaction) throws -> Bool {
    let (first, whole) = try tx.withView { view in (try count(view), try wholeBlocks(view)) }
    guard first < whole else { return false }
    let end = first + min(addedAtOnce, whole - first)
    let entries = try (first..<end).map { block in try self.entries(of: block, tx.view) }
    let index = tx.view.core.system.eventIndex
    try tx.applying { tx in
      // In order, each page is visited once.
      for entry in entries.joined().sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        try tx.raw.put([UInt8]().span.bytes, at: entry.span.bytes, in: index)
      }
    }
    try tx.setMark(mark, end.bigEndianBytes)
    return end < whole
  }

  /// The blocks that are full, which nothing will be added to.
  private static func wholeBlocks(_ view: borrowing ReadTransaction) throws -> UInt64 {
    block(of: try EventLog.lastRevision(view) + 1)
  }

  private static func entries(
    of block: UInt64, _ view: borrowing ReadTransaction
  ) throws -> [[UInt8]] {
    var terms: Set<EventTerm> = []
    let first = block * blockLength
    try EventLog.forEach(in: first..<(first + blockLength), .forward, view) { event in
      terms.formUnion(EventTerm.terms(of: event))
      return true
    }
    return terms.map { $0.bytes + block.bigEndianBytes }
  }
}
