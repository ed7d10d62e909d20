/// The effect that a change of a record has on the entries of one index or one counter.
struct EntryChange {
  let slot: DatabaseSlot
  let removed: [[UInt8]]
  let inserted: [[UInt8]]

  /// Creates the change from the old to the new entries.
  ///
  /// - Parameters:
  ///   - old: The entries of the old record, or `nil` if there is none.
  ///   - new: The entries of the new record, or `nil` if the record is deleted.
  init(_ slot: DatabaseSlot, from old: [[UInt8]]?, to new: [[UInt8]]?) {
    let (old, new) = (old ?? [], new ?? [])
    self.slot = slot
    self.removed = old.filter { !new.contains($0) }
    self.inserted = new.filter { !old.contains($0) }
  }

  /// Returns the entries without duplicates. A record has few entries, so comparing is faster than
  /// hashing.
  static func distinct(_ entries: [[UInt8]]) -> [[UInt8]] {
    var distinct: [[UInt8]] = []
    for entry in entries where !distinct.contains(entry) { distinct.append(entry) }
    return distinct
  }
}

/// The effect that a change of a record has on all entries derived from it, in the order of the
/// table's indexes and counters.
struct EntryChanges {
  var indexes: [EntryChange] = []
  var counters: [EntryChange] = []
}
