public import AdminProtos
public import GoogleProtos
public import Store

/// A key at one moment: its record, and what follows from the time and from its use.
public struct KeyDetail: Sendable, Hashable {
  public let stored: Stored<KeyRecord>
  public let status: KeyStatus
  public let lastUsedAt: GoogleTimestamp?
  /// Until when a rotation's former secret still works; nil if none does.
  public let formerSecretExpiresAt: GoogleTimestamp?
  /// Whether its workspace is the organization's Default Workspace.
  public let isInDefaultWorkspace: Bool

  public var record: KeyRecord { stored.record }

  init(
    _ stored: Stored<KeyRecord>, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    let organization = try AdminSchema.organizations.require(stored.record.organizationId, in: tx)
    try self.init(stored, of: organization.record, in: tx)
  }

  init(
    _ stored: Stored<KeyRecord>, of organization: OrganizationRecord,
    in tx: borrowing some Transaction & ~Copyable
  ) throws {
    let (record, now) = (stored.record, tx.now)
    isInDefaultWorkspace = record.workspaceId == organization.defaultWorkspaceId
    self.stored = stored
    status = KeyStatus(of: record, at: now)
    lastUsedAt = try AdminSchema.keyUses.get(record.id, in: tx)?.record.lastUsedAt
    let end = record.formerSecretExpiresAt
    formerSecretExpiresAt = end.flatMap { $0.microseconds > now.microseconds ? $0 : nil }
  }
}

/// A page of keys.
public struct KeyPage: Sendable, Hashable {
  public let items: [KeyDetail]
  public let hasMore: Bool
}

/// A key with its secret, which is not stored.
public struct MintedKey: Sendable {
  public let key: KeyDetail
  public let secret: SecretText
}
