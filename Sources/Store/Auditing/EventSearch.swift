internal import LMDB
internal import StoreProtos

/// A search of the log, block by block. It reads only the blocks that may have matching events.
struct EventSearch {
  private let query: EventQuery
  /// Groups of terms. A matching event has a term of each.
  private let terms: [[EventTerm]]
  /// The direction of the search. A page before a cursor is found backwards, and then reversed.
  private let direction: ScanDirection
  private let isTurned: Bool
  private var found: [Event] = []

  init(_ query: EventQuery) {
    self.query = query
    terms = query.filter.terms
    if case .before = query.cursor { isTurned = true } else { isTurned = false }
    direction = query.isOldestFirst != isTurned ? .forward : .backward
  }

  mutating func run(_ view: borrowing ReadTransaction) throws -> EventPage {
    let (first, last) = try bounds(view)
    let indexed = terms.isEmpty ? 0 : try EventIndex.count(view)
    var next = first <= last ? EventIndex.block(of: direction == .forward ? first : last) : nil
    while let block = try candidate(from: next, indexed, view), isWithin(block, first, last) {
      guard try look(into: block, first, last, view) else { break }
      next = neighbour(of: block)
    }
    let page = found.prefix(query.limit)
    return EventPage(
      events: isTurned ? page.reversed() : Array(page), hasMore: found.count > query.limit)
  }

  /// Returns the first and the last revision that may be in the page.
  private func bounds(_ view: borrowing ReadTransaction) throws -> (UInt64, UInt64) {
    let (oldest, newest) = try query.revisions(view)
    let cursor: UInt64
    switch query.cursor {
    case .none: return (oldest, newest)
    case .after(let revision), .before(let revision): cursor = revision
    }
    return direction == .forward
      ? (max(oldest, cursor < .max ? cursor + 1 : .max), newest)
      : (oldest, min(max(cursor, 1) - 1, newest))
  }

  private func isWithin(_ block: UInt64, _ first: UInt64, _ last: UInt64) -> Bool {
    block >= EventIndex.block(of: first) && block <= EventIndex.block(of: last)
  }

  private func neighbour(of block: UInt64) -> UInt64? {
    direction == .forward ? block + 1 : block > 0 ? block - 1 : nil
  }

  /// Adds the matching events of a block to the found events. Returns whether to continue. The
  /// search stops when it has one event more than the limit.
  private mutating func look(
    into block: UInt64, _ first: UInt64, _ last: UInt64, _ view: borrowing ReadTransaction
  ) throws -> Bool {
    let start = block * EventIndex.blockLength
    let (query, limit) = (query, query.limit)
    var found = self.found
    let range = max(start, first)..<(min(start + EventIndex.blockLength - 1, last) + 1)
    try EventLog.forEach(in: range, direction, view) { event in
      if query.matches(event) { found.append(event) }
      return found.count <= limit
    }
    self.found = found
    return found.count <= limit
  }
}

extension EventSearch {
  /// Returns the nearest block, starting at `start`, that has a term of each group according to the
  /// index.
  private func candidate(
    from start: UInt64?, _ indexed: UInt64, _ view: borrowing ReadTransaction
  ) throws -> UInt64? {
    guard var block = start else { return nil }
    var agreed = 0
    while agreed < terms.count {
      // A block that isn't in the index may have any term.
      if direction == .forward && block >= indexed { return block }
      guard let next = try nearest(terms[agreed], from: block, indexed, view) else {
        return direction == .forward ? indexed : nil
      }
      agreed = next == block ? agreed + 1 : 0
      block = next
    }
    return block
  }

  /// Returns the nearest block, starting at `block`, that has one of the terms.
  private func nearest(
    _ group: [EventTerm], from block: UInt64, _ indexed: UInt64, _ view: borrowing ReadTransaction
  ) throws -> UInt64? {
    var nearest: UInt64?
    for term in group {
      guard let found = try self.nearest(term, from: block, indexed, view) else { continue }
      if found == block { return block }
      nearest = nearest.map { direction == .forward ? min($0, found) : max($0, found) } ?? found
    }
    return nearest
  }

  /// Returns the nearest block, starting at `block`, that has the term.
  private func nearest(
    _ term: EventTerm, from block: UInt64, _ indexed: UInt64, _ view: borrowing ReadTransaction
  ) throws -> UInt64? {
    guard block < indexed else { return block }
    let bound = KeyRange.Bound.inclusive(term.bytes + block.bigEndianBytes)
    let all = KeyRange(prefix: term.bytes)
    let range =
      direction == .forward
      ? KeyRange(from: bound, to: all.upper) : KeyRange(from: all.lower, to: bound)
    var nearest: UInt64?
    try view.raw.scan(view.core.system.eventIndex, range, direction) { key, _ in
      nearest = UInt64(bigEndian: key.extracting(last: 8))
      return false
    }
    return nearest
  }
}
