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
