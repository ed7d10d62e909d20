internal import LMDB

extension Table {
  /// Returns the number of records under a key of a counter, without visiting them.
  public func count(
    _ counter: Counter<Record>, at key: IndexKey, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Int {
    try tx.withView { view in
      let database = view.core.database(counter.slot)
      return try view.raw.withValue(at: key.bytes.span.bytes, in: database) {
        Int(clamping: UInt64(bigEndian: $0))
      } ?? 0
    }
  }

  /// Returns the number of records under the keys of a counter that begin with a prefix, as their
  /// sum.
  ///
  /// - Parameter range: The numbers that may follow the prefix; every key if it is nil.
  public func count(
    _ counter: Counter<Record>, under prefix: IndexKey, within range: Range<UInt64>? = nil,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> Int {
    var keys = KeyRange(prefix: prefix.bytes)
    if let range {
      keys.lower = .inclusive(prefix.bytes + range.lowerBound.bigEndianBytes)
      keys.upper = .exclusive(prefix.bytes + range.upperBound.bigEndianBytes)
    }
    var sum = 0
    try tx.withView { view in
      try view.raw.scan(view.core.database(counter.slot), keys) { _, value in
        sum += Int(clamping: UInt64(bigEndian: value))
        return true
      }
    }
    return sum
  }

  /// Returns how many entries an index has under a prefix, without following them, but no more than
  /// `limit`.
  public func count(
    of index: Index<Record>, under prefix: IndexKey, upTo limit: Int,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> Int {
    guard limit > 0 else { return 0 }
    var count = 0
    try tx.withView { view in
      try view.raw.scan(view.core.database(index.slot), KeyRange(prefix: prefix.bytes)) { _, _ in
        count += 1
        return count < limit
      }
    }
    return count
  }

  /// Returns the different numbers that follow a prefix in the keys of an index, in their order.
  /// Each costs one step, however many entries have it.
  public func numbers(
    of index: Index<Record>, under prefix: IndexKey, within range: ClosedRange<UInt64>,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> [UInt64] {
    var numbers: [UInt64] = []
    var start: UInt64? = range.lowerBound
    try tx.withView { view in
      while let from = start, from <= range.upperBound {
        var keys = KeyRange(prefix: prefix.bytes)
        keys.lower = .inclusive(prefix.bytes + from.bigEndianBytes)
        var found: UInt64?
        try view.raw.scan(view.core.database(index.slot), keys) { key, _ in
          found = UInt64(bigEndian: key.extracting(droppingFirst: prefix.bytes.count))
          return false
        }
        guard let found, found <= range.upperBound else { return }
        numbers.append(found)
        start = found < .max ? found + 1 : nil
      }
    }
    return numbers
  }

  /// Counts all records again and returns the counters with a different value. A sound store has
  /// none.
  public func recount(
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> [CounterMismatch] {
    var actual = [[[UInt8]: Int]](repeating: [:], count: counters.count)
    try forEach(in: tx) { stored in
      for (place, counter) in counters.enumerated() {
        for key in counter.entries(of: stored.record) { actual[place][key, default: 0] += 1 }
      }
      return true
    }
    return try zip(counters, actual).flatMap { counter, actual in
      try mismatches(of: counter, actual, in: tx)
    }
  }

  private func mismatches(
    of counter: Counter<Record>, _ actual: [[UInt8]: Int],
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> [CounterMismatch] {
    var stored: [[UInt8]: Int] = [:]
    try tx.withView { view in
      try view.raw.scan(view.core.database(counter.slot)) { key, value in
        stored[Array(copying: key)] = Int(clamping: UInt64(bigEndian: value))
        return true
      }
    }
    let keys = Set(stored.keys).union(actual.keys).sorted { $0.lexicographicallyPrecedes($1) }
    return keys.filter { stored[$0] != actual[$0] }.map { key in
      CounterMismatch(
        counter: "\(name)#\(counter.name)", key: key, stored: stored[key] ?? 0,
        actual: actual[key] ?? 0)
    }
  }
}
