internal import LMDB
internal import ProtobufRuntime

/// The one place where a record, its index entries, its counts and its event change: all of them, or none.
extension Table {
  func replace(
    _ old: Stored<Record>?, by record: Record, at key: [UInt8], _ action: String,
    in tx: inout WriteTransaction
  ) throws -> Stored<Record> {
    let (before, after) = (try old?.record.serialized(), try record.serialized())
    try check(record, instead: old?.record, at: key, in: tx)
    let revision = isAudited ? tx.nextRevision : tx.ledger.revision
    try tx.applying { tx in
      let value = Envelope.bytes(revision, after)
      try tx.raw.put(value.span.bytes, at: key.span.bytes, in: tx.view.core.database(slot))
      try updateEntries(from: old?.record, to: record, at: key, in: &tx)
      guard isAudited else { return }
      try tx.append(action: action, resource: resource(record), before: before, after: after)
    }
    return Stored(record: record, revision: revision)
  }

  func remove(
    _ old: Stored<Record>, at key: [UInt8], _ action: String, in tx: inout WriteTransaction
  ) throws {
    let before = try old.record.serialized()
    try tx.applying { tx in
      _ = try tx.raw.delete(key.span.bytes, in: tx.view.core.database(slot))
      try updateEntries(from: old.record, to: nil, at: key, in: &tx)
      guard isAudited else { return }
      try tx.append(action: action, resource: resource(old.record), before: before)
    }
  }

  /// Refuses what can be refused before anything has changed.
  private func check(
    _ record: Record, instead old: Record?, at key: [UInt8], in tx: borrowing WriteTransaction
  ) throws {
    try checkLength(key)
    for index in indexes {
      let kept = old.map { index.entries(of: $0, at: key) } ?? []
      for entry in index.entries(of: record, at: key).subtracting(kept) {
        try checkLength(entry)
        guard index.isUnique else { continue }
        let database = tx.view.core.database(index.slot)
        guard try !tx.raw.view.contains(entry.span.bytes, in: database) else {
          throw StoreError.taken(noun, index.name)
        }
      }
    }
    for counter in counters {
      for entry in counter.entries(of: record) { try checkLength(entry) }
    }
  }

  private func checkLength(_ key: [UInt8]) throws {
    guard 1...longestKey ~= key.count else {
      throw StoreError.keyLength
    }
  }

  private func updateEntries(
    from old: Record?, to new: Record?, at key: [UInt8], in tx: inout WriteTransaction
  ) throws {
    for index in indexes {
      let database = tx.view.core.database(index.slot)
      let gone = old.map { index.entries(of: $0, at: key) } ?? []
      let come = new.map { index.entries(of: $0, at: key) } ?? []
      for entry in gone.subtracting(come) { _ = try tx.raw.delete(entry.span.bytes, in: database) }
      for entry in come.subtracting(gone) {
        try tx.raw.put(key.span.bytes, at: entry.span.bytes, in: database)
      }
    }
    for counter in counters {
      let gone = old.map(counter.entries) ?? []
      let come = new.map(counter.entries) ?? []
      for entry in gone.subtracting(come) { try add(-1, to: entry, of: counter, in: &tx) }
      for entry in come.subtracting(gone) { try add(1, to: entry, of: counter, in: &tx) }
    }
  }

  /// A count of none is no entry.
  private func add(
    _ difference: Int, to key: [UInt8], of counter: Counter<Record>,
    in tx: inout WriteTransaction
  ) throws {
    let database = tx.view.core.database(counter.slot)
    let stored = try tx.raw.view.withValue(at: key.span.bytes, in: database) {
      Int(UInt64(bigEndian: $0))
    }
    let count = (stored ?? 0) + difference
    guard count > 0 else {
      _ = try tx.raw.delete(key.span.bytes, in: database)
      return
    }
    try tx.raw.put(
      UInt64(count).bigEndianBytes.span.bytes, at: key.span.bytes, in: database)
  }
}
