internal import LMDB

/// The entries that an index has under several prefixes, in the order of what follows the prefix.
///
/// Each prefix is a source that is read a few entries at a time, so the first entry costs one step
/// for each prefix, and each further one a few comparisons.
struct MergedEntries {
  /// An entry without the prefix, and the key of its record.
  struct Entry {
    let rest: [UInt8]
    let record: [UInt8]
  }

  private struct Source {
    let prefix: [UInt8]
    /// The entries that were read, the next one last.
    var entries: [Entry] = []
    /// The last entry that was read; nil before the first.
    var end: [UInt8]?
    /// How many entries are read at the next time.
    var count = 1
    var isFinished = false

    var next: [UInt8] { entries.last?.rest ?? [] }
  }

  private static let maximumRead = 64

  private let database: Database
  private let direction: ScanDirection
  /// Only entries below this are read; all entries if it is nil.
  private let bound: [UInt8]?
  /// The sources that have entries, the one with the next entry last.
  private var sources: [Source] = []
  /// The entry that was returned last. A record that is under two prefixes is returned once.
  private var last: [UInt8]?

  /// Creates the entries beyond a place.
  init(
    _ database: Database, _ direction: ScanDirection, prefixes: [[UInt8]], below bound: [UInt8]?,
    beyond place: [UInt8]?, _ view: borrowing LMDB.ReadTransaction
  ) throws {
    self.database = database
    self.direction = direction
    self.bound = bound
    for prefix in prefixes { try add(Source(prefix: prefix, end: place), view) }
  }

  /// Returns the next entry; nil at the end.
  mutating func next(_ view: borrowing LMDB.ReadTransaction) throws -> Entry? {
    while var source = sources.popLast() {
      let entry = source.entries.removeLast()
      try add(source, view)
      guard entry.rest != last else { continue }
      last = entry.rest
      return entry
    }
    return nil
  }

  /// Puts a source in its place among the others, if it has an entry.
  private mutating func add(_ source: Source, _ view: borrowing LMDB.ReadTransaction) throws {
    var source = source
    if source.entries.isEmpty && !source.isFinished { try read(&source, view) }
    guard !source.entries.isEmpty else { return }
    var (low, high) = (0, sources.count)
    while low < high {
      let middle = (low + high) / 2
      if comes(source.next, before: sources[middle].next) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    sources.insert(source, at: low)
  }

  private func comes(_ one: [UInt8], before other: [UInt8]) -> Bool {
    direction == .forward
      ? one.lexicographicallyPrecedes(other) : other.lexicographicallyPrecedes(one)
  }

  private func read(_ source: inout Source, _ view: borrowing LMDB.ReadTransaction) throws {
    let (wanted, prefix) = (source.count, source.prefix.count)
    var found: [Entry] = []
    try view.scan(database, range(of: source), direction) { key, record in
      found.append(
        Entry(
          rest: Array(copying: key.extracting(droppingFirst: prefix)),
          record: Array(copying: record)))
      return found.count < wanted
    }
    source.isFinished = found.count < wanted
    source.end = found.last?.rest ?? source.end
    source.count = min(2 * wanted, Self.maximumRead)
    source.entries = found.reversed()
  }

  private func range(of source: Source) -> KeyRange {
    var range = KeyRange(prefix: source.prefix)
    if let bound { range.upper = .exclusive(source.prefix + bound) }
    guard let end = source.end else { return range }
    switch direction {
    case .forward: range.lower = .exclusive(source.prefix + end)
    case .backward:
      guard bound.map({ end.lexicographicallyPrecedes($0) }) ?? true else { break }
      range.upper = .exclusive(source.prefix + end)
    }
    return range
  }
}
