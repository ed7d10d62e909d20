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
    let organization = stored.record.key.organizationId
    return try shown(
      stored, of: AdminSchema.organizations.require(organization, in: tx).record, in: tx)
  }

  /// Returns the key as callers see it, with what follows from the time and from other records.
  static func shown(
    _ stored: Stored<KeyRecord>, of organization: Organization,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> ApiKey {
    let now = tx.now
    var key = stored.record.key.shown(stored.etag)
    key.status = KeyStatus(of: key, at: now).rawValue
    key.lastUsedAt = try AdminSchema.keyUses.get(key.id, in: tx)?.record.lastUsedAt
    key.inDefaultWorkspace = key.workspaceId == organization.defaultWorkspaceId
    if let end = key.formerSecretExpiresAt, end.microseconds <= now.microseconds {
      key.formerSecretExpiresAt = nil
    }
    return key
  }
}
