internal import LMDB

/// An index that says which blocks of the log have events with a term.
///
/// The index is brought up to date when the log is searched, and not when an event is written. So
/// it costs a write nothing, and thousands of events share the cost of an update. A search reads
/// the blocks that the index doesn't have yet.
enum EventIndex {
  /// The number of events in a block.
  static let blockLength: UInt64 = 256
  /// The maximum number of missing blocks. With more, an update of the index is worth a commit.
  private static let maximumMissing: UInt64 = 16
  /// The number of blocks that one commit adds. It is small, because other writers wait for the
  /// commit.
  private static let addedAtOnce: UInt64 = 16
  private static let mark = "event_index"

  static func block(of revision: UInt64) -> UInt64 { revision / blockLength }

  /// Returns the number of blocks in the index, from the first block on.
  static func count(_ view: borrowing ReadTransaction) throws -> UInt64 {
    try view.mark(mark).map { UInt64(bigEndian: $0.span.bytes) } ?? 0
  }

  /// Returns whether so many blocks are missing that they should be added.
  static func isBehind(_ view: borrowing ReadTransaction) throws -> Bool {
    let (whole, count) = (try wholeBlocks(view), try count(view))
    return whole > count && whole - count > maximumMissing
  }

  /// Adds the next blocks. Returns whether there are more.
  static func extend(in tx: inout WriteTransaction) throws -> Bool {
    let (first, whole) = try tx.withView { view in (try count(view), try wholeBlocks(view)) }
    guard first < whole else { return false }
    let end = first + min(addedAtOnce, whole - first)
    let entries = try (first..<end).map { block in try self.entries(of: block, tx.view) }
    let index = tx.view.core.system.eventIndex
    try tx.applying { tx in
      // In this order, each page of the index is visited once.
      for entry in entries.joined().sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        try tx.raw.put([UInt8]().span.bytes, at: entry.span.bytes, in: index)
      }
    }
    try tx.setMark(mark, end.bigEndianBytes)
    return end < whole
  }

  /// Returns the number of full blocks. No event will be added to a full block.
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
