internal import AdminProtos
internal import Crypto
internal import Store

/// What a manifest set has made and may therefore delete: one record for each thing, by what the manifest called it.
struct ManifestSet {
  static let defaultName = "default"
  /// In bytes. Longer handles are known by their digest, since the store's keys have a limit.
  private static let maximumHandleLength = 200

  let name: String

  /// - Parameter name: As the caller gives it; empty for the usual one.
  init(named name: String) throws {
    self.name = name.isEmpty ? Self.defaultName : name
    var violations = Violations()
    violations.checkName(self.name, field: "set", limit: 64)
    try violations.check()
  }

  /// Returns the key of what the set made under a handle.
  func key(
    of kind: ManifestKind, _ handle: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> String? {
    try AdminSchema.ownedObjects.get(place(of: kind, handle), in: tx)?.record.id
  }

  /// Whether the set made the record of this key.
  func owns(_ key: String, in tx: borrowing some Transaction & ~Copyable) throws -> Bool {
    var isOwned = false
    try AdminSchema.ownedObjects.forEach(
      of: AdminSchema.ownedObjectsByID, at: IndexKey(key), in: tx
    ) { stored in
      isOwned = stored.record.manifestSet == name
      return !isOwned
    }
    return isOwned
  }

  /// Returns which of several of one name is meant: the only one, or the only one that the set made; nil if there is
  /// none.
  func choose(
    among keys: [String], _ noun: String, named name: String,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> String? {
    guard keys.count > 1 else { return keys.first }
    let owned = try keys.filter { try owns($0, in: tx) }
    guard owned.count == 1 else { throw Refusal.ambiguous(noun, name, keys) }
    return owned[0]
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
    _ kind: ManifestKind, _ handle: String, key: String, organization: String,
    in tx: inout WriteTransaction
  ) throws {
    let record = OwnedObjectRecord(
      manifestSet: name, kind: kind.rawValue, handle: Self.bounded(handle), id: key,
      organizationId: organization)
    let place = place(of: kind, handle)
    guard try AdminSchema.ownedObjects.contains(place, in: tx) else {
      try AdminSchema.ownedObjects.insert(record, in: &tx)
      return
    }
    try AdminSchema.ownedObjects.update(place, in: &tx) { $0 = record }
  }

  /// Forgets something that is no more, unless the set made another under its handle since.
  func disown(_ owned: OwnedObjectRecord, in tx: inout WriteTransaction) throws {
    let place = IndexKey(owned.manifestSet, owned.kind, owned.handle)
    guard try AdminSchema.ownedObjects.get(place, in: tx)?.record == owned else { return }
    try AdminSchema.ownedObjects.delete(place, in: &tx)
  }

  private func place(of kind: ManifestKind, _ handle: String) -> IndexKey {
    IndexKey(name, kind.rawValue, Self.bounded(handle))
  }

  private static func bounded(_ handle: String) -> String {
    guard handle.utf8.count > maximumHandleLength else { return handle }
    return "sha256:" + Hexadecimal.text(Array(SHA256.hash(data: Array(handle.utf8))))
  }
}
