internal import StewardProtos
internal import Store

/// What a manifest set has made and may therefore delete: one record for each thing, by what the manifest called it.
struct ManifestSet {
  static let usualName = "default"

  let name: String

  /// - Parameter name: As the caller gives it; empty for the usual one.
  init(named name: String) throws {
    self.name = name.isEmpty ? Self.usualName : name
    var violations = Violations()
    violations.checkName(self.name, field: "set", limit: 64)
    try violations.check()
  }

  /// Returns the id of what the set made under a handle.
  func id(
    of kind: ManifestKind, _ handle: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> String? {
    try AdminSchema.ownedObjects.get(key(kind, handle), in: tx)?.record.id
  }

  /// Whether the set made this.
  func owns(_ id: String, in tx: borrowing some Transaction & ~Copyable) throws -> Bool {
    var isOwned = false
    try AdminSchema.ownedObjects.forEach(
      of: AdminSchema.ownedObjectsByID, at: IndexKey(id), in: tx
    ) { stored in
      isOwned = stored.record.manifestSet == name
      return !isOwned
    }
    return isOwned
  }

  /// Returns all that the set made.
  func everything(in tx: borrowing some Transaction & ~Copyable) throws -> [OwnedObjectRecord] {
    var owned: [OwnedObjectRecord] = []
    try AdminSchema.ownedObjects.forEach(
      of: AdminSchema.ownedObjectsBySet, at: IndexKey(name), in: tx
    ) { stored in
      owned.append(stored.record)
      return true
    }
    return owned
  }

  /// Remembers that the set made something. What had the handle before is gone, or called otherwise now.
  func own(
    _ kind: ManifestKind, _ handle: String, id: String, organization: String,
    in tx: inout WriteTransaction
  ) throws {
    let record = OwnedObjectRecord(
      manifestSet: name, kind: kind.rawValue, handle: handle, id: id, organizationId: organization)
    guard try AdminSchema.ownedObjects.contains(key(kind, handle), in: tx) else {
      try AdminSchema.ownedObjects.insert(record, in: &tx)
      return
    }
    try AdminSchema.ownedObjects.update(key(kind, handle), in: &tx) { $0 = record }
  }

  /// Forgets something that is no more.
  func disown(_ owned: OwnedObjectRecord, in tx: inout WriteTransaction) throws {
    let key = IndexKey(owned.manifestSet, owned.kind, owned.handle)
    guard try AdminSchema.ownedObjects.contains(key, in: tx) else { return }
    try AdminSchema.ownedObjects.delete(key, in: &tx)
  }

  private func key(_ kind: ManifestKind, _ handle: String) -> IndexKey {
    IndexKey(name, kind.rawValue, handle)
  }
}
