internal import GoogleProtos
internal import LMDB
internal import StoreProtos

// The times of a query. The times of events grow with their revisions, so a few looks into the log
// find the first event of a time.
extension EventQuery {
  /// Returns whether the event is one that the query asks for, wherever the page lies.
  func matches(_ event: Event) -> Bool {
    isWithinTimes(event.time ?? GoogleTimestamp()) && filter.matches(event)
  }

  /// Returns the first and the last revision of the query's times. If the first is greater, there is
  /// none.
  func revisions(_ view: borrowing ReadTransaction) throws -> (first: UInt64, last: UInt64) {
    let newest = try EventLog.lastRevision(view)
    let first = try from.map { try Self.firstRevision(from: $0, upTo: newest, view) } ?? 1
    let last = try to.map { try Self.firstRevision(from: $0, upTo: newest, view) - 1 } ?? newest
    return (first, last)
  }

  private func isWithinTimes(_ time: GoogleTimestamp) -> Bool {
    (from.map { !time.isBefore($0) } ?? true) && (to.map { time.isBefore($0) } ?? true)
  }

  /// Returns the revision of the first event that isn't before a time, or `newest + 1` if there is
  /// none.
  private static func firstRevision(
    from time: GoogleTimestamp, upTo newest: UInt64, _ view: borrowing ReadTransaction
  ) throws -> UInt64 {
    var (low, high) = (UInt64(1), newest + 1)
    while low < high {
      let middle = low + (high - low) / 2
      if try isBefore(time, middle, view) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Returns whether the event of a revision is before a time.
  private static func isBefore(
    _ time: GoogleTimestamp, _ revision: UInt64, _ view: borrowing ReadTransaction
  ) throws -> Bool {
    var isBefore = false
    try EventLog.forEach(in: revision..<(revision + 1), .forward, view) { event in
      isBefore = (event.time ?? GoogleTimestamp()).isBefore(time)
      return false
    }
    return isBefore
  }
}

extension GoogleTimestamp {
  fileprivate func isBefore(_ other: GoogleTimestamp) -> Bool {
    (seconds, nanos) < (other.seconds, other.nanos)
  }
}
