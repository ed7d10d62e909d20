/// What the change of a record does to the entries of one index, or of one counter.
struct EntryChange {
  let slot: DatabaseSlot
  let removed: [[UInt8]]
  let inserted: [[UInt8]]

  /// - Parameters:
  ///   - old: The entries of the record as it was; none, if it wasn't there.
  ///   - new: The entries of the record as it is to be; none, if it goes.
  init(_ slot: DatabaseSlot, from old: [[UInt8]]?, to new: [[UInt8]]?) {
    let (old, new) = (old ?? [], new ?? [])
    self.slot = slot
    self.removed = old.filter { !new.contains($0) }
    self.inserted = new.filter { !old.contains($0) }
  }

  /// Returns each of the entries once. A record has few, so that comparing beats hashing.
  static func distinct(_ entries: [[UInt8]]) -> [[UInt8]] {
    var distinct: [[UInt8]] = []
    for entry in entries where !distinct.contains(entry) { distinct.append(entry) }
    return distinct
  }
}

/// What the change of a record does to all entries that follow from it, in the order of its table's indexes
/// and counters.
struct EntryChanges {
  var indexes: [EntryChange] = []
  var counters: [EntryChange] = []
}
