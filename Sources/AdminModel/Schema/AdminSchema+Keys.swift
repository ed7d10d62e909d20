internal import AdminProtos
internal import Crypto
internal import Store

extension AdminSchema {
  static let keysPart = SchemaPart(
    tables: [keys, keyUses, organizationUses],
    references: [
      ReferenceRule(from: keys, to: organizations) { $0.key.organizationId },
      ReferenceRule(from: keys, to: workspaces) { $0.key.workspaceId },
      ReferenceRule(from: keyUses, to: keys) { $0.keyId },
      ReferenceRule(from: organizationUses, to: organizations) { $0.organizationId },
    ],
    cascade: [
      .all(of: keyUses, by: keyUsesByOrganization),
      .one(of: organizationUses),
      .all(of: keys, by: keysByView) { KeyView(axis: .all).prefix(organization: $0) },
    ])

  static let keys = Table<KeyRecord>(
    "keys", noun: "api key", key: { $0.key.id }, organization: { $0.key.organizationId },
    indexes: [keysByView, keysByName, keysBySecret, keysByHint, keysByWords.index],
    counters: [keysInUse, keysOfWorkspace, keysOfOwner, keysByState])

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

  /// The keys of an organization by the words of their names, and by the end of their hints.
  static let keysByWords = SearchIndex<KeyRecord>(
    "words", scope: { $0.key.organizationId },
    order: { $0.key.createdAt?.microseconds ?? 0 },
    text: { SearchText(KeyHint.end(of: $0.key.partialKeyHint), $0.key.name) })

  /// The number of an organization's keys that are not archived.
  static let keysInUse = Counter<KeyRecord>("keys_in_use") {
    $0.key.archivedAt == nil ? [IndexKey($0.key.organizationId)] : []
  }

  /// The number of a workspace's keys that are not archived.
  static let keysOfWorkspace = Counter<KeyRecord>("keys_of_workspace") {
    $0.key.archivedAt == nil ? [IndexKey($0.key.workspaceId)] : []
  }

  /// The number of keys of an organization that a user owns and that are not archived.
  static let keysOfOwner = Counter<KeyRecord>("keys_of_owner") {
    let key = $0.key
    return key.archivedAt == nil && !key.userId.isEmpty
      ? [IndexKey(key.organizationId, key.userId)] : []
  }

  /// The numbers of keys for summaries, by place, state and day of expiry.
  static let keysByState = Counter<KeyRecord>("keys_by_state") { KeyState.counts(of: $0.key) }

  static let keyUses = Table<KeyUseRecord>(
    "key_uses", noun: "key use", key: { $0.keyId }, isAudited: false,
    indexes: [keyUsesByOrganization])

  static let keyUsesByOrganization = Index<KeyUseRecord>("by_organization") {
    [IndexKey($0.organizationId)]
  }

  /// The uses of all keys of an organization together.
  static let organizationUses = Table<KeyUseRecord>(
    "organization_uses", noun: "key use", key: { $0.organizationId }, isAudited: false)
}
