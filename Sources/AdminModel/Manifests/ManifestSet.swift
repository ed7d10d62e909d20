internal import AdminProtos
internal import Crypto
internal import Platform
internal import Store

/// A manifest set: the records that it has made and may therefore delete. It stores one entry for
/// each, under the handle that the manifest gave it.
struct ManifestSet {
  static let defaultName = "default"
  /// In bytes. A longer handle is replaced by its digest, since the store's keys have a limit.
  private static let maximumHandleLength = 200

  let name: String

  /// Creates the set with a name.
  ///
  /// - Parameter name: The name that the caller gives; empty for the default set.
  init(named name: String) throws {
    self.name = name.isEmpty ? Self.defaultName : name
    var violations = Violations()
    violations.checkName(self.name, field: "set", limit: 64)
    try violations.check()
  }

  /// Returns the key of the record that the set made under a handle.
  func key(
    of kind: ManifestKind, _ handle: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> String? {
    try AdminSchema.ownedObjects.get(place(of: kind, handle), in: tx)?.record.id
  }

  /// Returns whether the set made the record with this key.
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

  /// Chooses among several records with the same name: the only one, or the only one that the set
  /// made. Returns nil if there is none, and throws if the choice is ambiguous.
  func choose(
    among keys: [String], _ noun: String, named name: String,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> String? {
    guard keys.count > 1 else { return keys.first }
    let owned = try keys.filter { try owns($0, in: tx) }
    guard owned.count == 1 else { throw Refusal.ambiguous(noun, name, keys) }
    return owned[0]
  }

  /// Returns the entries of all records that the set made.
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

  /// Stores that the set made a record. A record that had the handle before no longer exists, or
  /// has another name now.
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

  /// Deletes the entry of a record, unless the set has made another record under the same handle
  /// since.
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
    return "sha256:" + Hexadecimal.text(SHA256.hash(data: Array(handle.utf8)))
  }
}
