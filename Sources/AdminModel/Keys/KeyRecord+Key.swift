internal import AdminProtos
internal import GoogleProtos
internal import Store

extension KeyRecord {
  /// The key as it is stored. Its status is never "expired", for example.
  var key: ApiKey {
    get { resource ?? ApiKey() }
    set { resource = newValue }
  }
}

extension ApiKey {
  /// The place of the key.
  var scope: Scope { .workspace(workspaceId, organization: organizationId) }

  func hasExpired(at now: GoogleTimestamp) -> Bool {
    expiresAt.map { $0.microseconds <= now.microseconds } ?? false
  }
}

extension Keys {
  /// Returns the key as callers see it.
  static func shown(
    _ stored: Stored<KeyRecord>, in tx: borrowing some Transaction & ~Copyable
  ) throws -> ApiKey {
    let key = stored.record.key
    return try shown(
      stored, of: AdminSchema.organizations.require(key.organizationId, in: tx).record,
      owner: owner(of: key, in: tx), in: tx)
  }

  /// Returns the keys of a page as callers see them. Each owner is read once.
  static func shown(
    _ page: [Stored<KeyRecord>], of organization: Organization,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> [ApiKey] {
    var owners: [String: UserRecord] = [:]
    var keys: [ApiKey] = []
    for stored in page {
      let key = stored.record.key
      if owners[key.userId] == nil { owners[key.userId] = try owner(of: key, in: tx) }
      keys.append(
        try shown(stored, of: organization, owner: owners[key.userId], in: tx))
    }
    return keys
  }

  private static func owner(
    of key: ApiKey, in tx: borrowing some Transaction & ~Copyable
  ) throws -> UserRecord? {
    try key.userId.isEmpty ? nil : AdminSchema.users.get(key.userId, in: tx)?.record
  }

  /// Returns the key as callers see it, with what follows from the time and from other records.
  private static func shown(
    _ stored: Stored<KeyRecord>, of organization: Organization, owner: UserRecord?,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> ApiKey {
    let now = tx.now
    var key = stored.record.key.shown(stored.etag)
    key.status = KeyStatus(of: key, at: now).rawValue
    key.lastUsedAt = try AdminSchema.keyUses.get(key.id, in: tx)?.record.lastUsedAt
    (key.userName, key.userEmail) = (owner?.name ?? "", owner?.email ?? "")
    key.inDefaultWorkspace = key.workspaceId == organization.defaultWorkspaceId
    if let end = key.formerSecretExpiresAt, end.microseconds <= now.microseconds {
      key.formerSecretExpiresAt = nil
    }
    return key
  }
}
