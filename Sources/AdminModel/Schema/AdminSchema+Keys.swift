internal import AdminProtos
internal import Crypto
internal import Store

extension AdminSchema {
  static let keysPart = SchemaPart(
    tables: [keys, keyUses],
    references: [
      ReferenceRule(from: keys, to: organizations) { $0.key.organizationId },
      ReferenceRule(from: keys, to: workspaces) { $0.key.workspaceId },
      ReferenceRule(from: keyUses, to: keys) { $0.keyId },
    ],
    cascade: [
      .all(of: keyUses, by: keyUsesByOrganization),
      .all(of: keys, by: keysByView) { KeyView(axis: .all).prefix(organization: $0) },
    ])

  static let keys = Table<KeyRecord>(
    "keys", noun: "api key", key: { $0.key.id },
    indexes: [keysByView, keysByName, keysBySecret, keysByHint], counters: [keysInUse])

  /// The keys of an organization for each kind of list, in order of creation.
  static let keysByView = Index<KeyRecord>("keys_by_view") { KeyView.keys(of: $0.key) }

  /// The issued keys that are not archived, for callers that name a key by its workspace and name.
  /// These need not be unique.
  static let keysByName = Index<KeyRecord>("keys_by_name") {
    let key = $0.key
    return key.isOf(.issued) && key.archivedAt == nil
      ? [keyNameKey(key.workspaceId, key.name)] : []
  }

  /// Returns the index key of a name. The name is hashed, since it may be longer than a key of the
  /// store.
  static func keyNameKey(_ workspace: String, _ name: String) -> IndexKey {
    [.string(workspace), .bytes(Array(SHA256.hash(data: Array(name.utf8))))]
  }

  /// The keyed hashes of secrets that work or worked before.
  static let keysBySecret = Index<KeyRecord>("secret", unique: true) { record in
    [record.secretHash, record.formerSecretHash].filter { !$0.isEmpty }.map { [.bytes($0)] }
  }

  /// The hint of a key, which distinguishes it from the other keys of its organization.
  static let keysByHint = Index<KeyRecord>("hint", unique: true) {
    [IndexKey($0.key.organizationId, $0.key.partialKeyHint)]
  }

  /// The number of an organization's keys that are not archived.
  static let keysInUse = Counter<KeyRecord>("keys_in_use") {
    $0.key.archivedAt == nil ? [IndexKey($0.key.organizationId)] : []
  }

  static let keyUses = Table<KeyUseRecord>(
    "key_uses", noun: "key use", key: { $0.keyId }, isAudited: false,
    indexes: [keyUsesByOrganization])

  static let keyUsesByOrganization = Index<KeyUseRecord>("by_organization") {
    [IndexKey($0.organizationId)]
  }
}
