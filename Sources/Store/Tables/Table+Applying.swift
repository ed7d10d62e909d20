internal import LMDB
internal import ProtobufRuntime

/// The only code that changes a record. It changes the record, its index entries, its counts and
/// its event together, or none of them.
extension Table {
  func replace(
    _ old: Stored<Record>?, by record: Record, at key: [UInt8], _ action: String,
    in tx: inout WriteTransaction
  ) throws -> Stored<Record> {
    let (before, after) = (try old?.record.serialized(), try record.serialized())
    let entries = changedEntries(from: old?.record, to: record, at: key)
    try check(entries, at: key, in: tx)
    let revision = isAudited ? tx.nextRevision : tx.head.revision
    try tx.applying { tx in
      let value = Envelope.bytes(revision, after)
      try tx.raw.put(value.span.bytes, at: key.span.bytes, in: tx.view.core.database(slot))
      try tx.apply(entries, of: key)
      guard isAudited else { return }
      try tx.append(
        action: action, resource: resource(record),
        organization: organization(of: record, before: old?.record), before: before, after: after)
    }
    return Stored(record: record, revision: revision)
  }

  func remove(
    _ old: Stored<Record>, at key: [UInt8], _ action: String, in tx: inout WriteTransaction
  ) throws {
    let before = try old.record.serialized()
    let entries = changedEntries(from: old.record, to: nil, at: key)
    try tx.applying { tx in
      _ = try tx.raw.delete(key.span.bytes, in: tx.view.core.database(slot))
      try tx.apply(entries, of: key)
      guard isAudited else { return }
      try tx.append(
        action: action, resource: resource(old.record), organization: organization(old.record),
        before: before)
    }
  }

  /// Puts a new record with its entries, but appends no event.
  func place(
    _ record: Record, at key: [UInt8], _ revision: UInt64, in tx: inout WriteTransaction
  ) throws {
    let value = Envelope.bytes(revision, try record.serialized())
    let entries = changedEntries(from: nil, to: record, at: key)
    try check(entries, at: key, in: tx)
    try tx.applying { tx in
      try tx.raw.put(value.span.bytes, at: key.span.bytes, in: tx.view.core.database(slot))
      try tx.apply(entries, of: key)
    }
  }

  /// Puts the entries of a record that is in the store already, into indexes and counters that have
  /// none of it.
  func index(_ record: Record, at key: [UInt8], in tx: inout WriteTransaction) throws {
    let entries = changedEntries(from: nil, to: record, at: key)
    try check(entries, at: key, in: tx)
    try tx.applying { tx in try tx.apply(entries, of: key) }
  }

  /// Returns the organization of a changed record. A record that leaves its organization, as a user
  /// who claims an account, still leaves it by this change.
  private func organization(of record: Record, before: Record?) -> String {
    let now = organization(record)
    return now.isEmpty ? before.map(organization) ?? "" : now
  }

  private func changedEntries(
    from old: Record?, to new: Record?, at key: [UInt8]
  ) -> EntryChanges {
    var changes = EntryChanges()
    for index in indexes {
      let (removed, inserted) = (
        old.map { index.entries(of: $0, at: key) }, new.map { index.entries(of: $0, at: key) }
      )
      changes.indexes.append(EntryChange(index.slot, from: removed, to: inserted))
    }
    for counter in counters {
      let (removed, inserted) = (old.map(counter.entries), new.map(counter.entries))
      changes.counters.append(EntryChange(counter.slot, from: removed, to: inserted))
    }
    return changes
  }

  /// Throws if the change must be refused, before anything has changed.
  private func check(
    _ changes: EntryChanges, at key: [UInt8], in tx: borrowing WriteTransaction
  ) throws {
    try checkLength(key)
    for change in changes.indexes + changes.counters {
      for entry in change.inserted { try checkLength(entry) }
    }
    for place in indexes.indices where indexes[place].isUnique {
      let database = tx.view.core.database(indexes[place].slot)
      for entry in changes.indexes[place].inserted {
        guard try !tx.raw.view.contains(entry.span.bytes, in: database) else {
          throw StoreError.taken(noun, indexes[place].name)
        }
      }
    }
  }

  private func checkLength(_ key: [UInt8]) throws {
    guard 1...maximumKeyLength ~= key.count else {
      throw StoreError.keyLength
    }
  }
}
