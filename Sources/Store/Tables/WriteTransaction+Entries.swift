internal import LMDB

extension WriteTransaction {
  /// Changes the index entries and the counters of a record.
  mutating func apply(_ changes: EntryChanges, of key: [UInt8]) throws {
    for change in changes.indexes {
      let database = view.core.database(change.slot)
      for entry in change.removed { _ = try raw.delete(entry.span.bytes, in: database) }
      for entry in change.inserted {
        try raw.put(key.span.bytes, at: entry.span.bytes, in: database)
      }
    }
    for change in changes.counters {
      let database = view.core.database(change.slot)
      for entry in change.removed { try add(-1, to: entry, in: database) }
      for entry in change.inserted { try add(1, to: entry, in: database) }
    }
  }

  /// Adds to a count. A count of 0 has no entry.
  private mutating func add(_ difference: Int, to key: [UInt8], in database: Database) throws {
    let stored = try raw.view.withValue(at: key.span.bytes, in: database) {
      Int(clamping: UInt64(bigEndian: $0))
    }
    // A count at the end of its type is damaged, and starts again. `doctor` reports it.
    let count = (stored ?? 0) &+ difference
    guard count > 0 else {
      _ = try raw.delete(key.span.bytes, in: database)
      return
    }
    try raw.put(UInt64(count).bigEndianBytes.span.bytes, at: key.span.bytes, in: database)
  }
}
