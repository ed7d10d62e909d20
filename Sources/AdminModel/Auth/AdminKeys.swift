public import AdminProtos
internal import GoogleProtos
internal import IPCProtos
public import Store

/// An admin key and its new secret.
public struct MadeAdminKey: Sendable {
  public let stored: Stored<AdminKeyRecord>
  /// The whole key, which is not stored.
  public let secret: String
}

/// The operations on admin keys. Each admin key administers one organization with the admin role.
public enum AdminKeys {
  private static let nameLimit = 100

  /// Creates an admin key of an organization.
  ///
  /// - Parameter lifetime: How long it works; nil for no end.
  public static func create(
    named name: String, of organization: String, lifetime: Duration?, by access: Access,
    keys: AuthKeys, in tx: inout WriteTransaction
  ) throws -> MadeAdminKey {
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    violations.checkName(name, limit: nameLimit)
    if let lifetime { violations.checkLifetime(lifetime) }
    try violations.check()
    try Members.requireOrganization(organization, .manageAdminKeys, by: access, in: tx)
    return try make(
      named: name, of: organization, lifetime: lifetime, by: access, keys: keys, in: &tx)
  }

  static func make(
    named name: String, of organization: String, lifetime: Duration?, by access: Access,
    keys: AuthKeys, in tx: inout WriteTransaction
  ) throws -> MadeAdminKey {
    let secret = try newSecret(in: tx)
    let record = AdminKeyRecord(
      id: try tx.newID(of: .adminKey), organizationId: organization, name: name,
      createdAt: tx.now, expiresAt: lifetime.map(tx.now.adding), hint: secret.hint,
      secretHash: keys.adminKeyHash(of: secret.text), createdById: access.principal.id,
      createdByType: access.principal.kind.actorWord)
    let stored = try AdminSchema.adminKeys.insert(record, in: &tx)
    return MadeAdminKey(stored: stored, secret: secret.text)
  }

  /// Returns a page of an organization's admin keys, newest first.
  ///
  /// - Parameters:
  ///   - limit: 1 to 1000; 20 when nil.
  ///   - after: The id that the page begins after; empty for none.
  ///   - before: The id that the page ends before; empty for none.
  public static func list(
    organization: String, limit: Int32?, after: String, before: String, includeRevoked: Bool,
    by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Page<AdminKeyRecord> {
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    let page = PageRequest.newestFirst(
      limit: limit, after: after, before: before, of: .adminKey, into: &violations)
    try violations.check()
    try Members.requireOrganization(organization, .readAdminKeys, by: access, in: tx)
    let index =
      includeRevoked
      ? AdminSchema.adminKeysByOrganization : AdminSchema.usableAdminKeysByOrganization
    return try AdminSchema.adminKeys.page(page, of: index, at: IndexKey(organization), in: tx)
  }

  /// Gives an admin key a new secret.
  ///
  /// - Parameters:
  ///   - overlap: How long the former secret still works; at most 30 days.
  ///   - etag: The etag that it must still have; empty for any.
  public static func rotate(
    _ id: String, overlap: Duration, ifMatch etag: String, by access: Access, keys: AuthKeys,
    in tx: inout WriteTransaction
  ) throws -> MadeAdminKey {
    var violations = Violations()
    violations.checkID(id, of: .adminKey)
    violations.checkOverlap(overlap)
    try violations.check()
    let record = try find(id, by: access, in: tx)
    try refuseOver(record, at: tx.now)

    let secret = try newSecret(in: tx)
    var rotated = record
    rotated.formerSecretHash = record.secretHash
    // Without an overlap there is no expiry time, so the former secret can't work again after the
    // clock is set back.
    rotated.formerSecretExpiresAt = overlap > .zero ? tx.now.adding(overlap) : nil
    rotated.secretHash = keys.adminKeyHash(of: secret.text)
    rotated.hint = secret.hint
    let stored = try AdminSchema.adminKeys.update(
      id, ifMatch: etag, action: "admin_key.rotated", in: &tx
    ) { $0 = rotated }
    return MadeAdminKey(stored: stored, secret: secret.text)
  }

  private static func refuseOver(_ record: AdminKeyRecord, at now: GoogleTimestamp) throws {
    let isExpired = record.expiresAt.map { $0.microseconds <= now.microseconds } ?? false
    guard record.revokedAt != nil || isExpired else { return }
    throw AdminError.refused(
      reason: "ADMIN_KEY_OVER",
      message: "Admin key \(record.id) \(isExpired ? "has expired" : "was revoked") and can't be "
        + "used again. Create another one: steward admin-keys create")
  }

  /// Revokes an admin key permanently. A key that was revoked before stays as it is.
  ///
  /// - Parameter etag: The etag that it must still have; empty for any.
  public static func revoke(
    _ id: String, ifMatch etag: String, by access: Access, in tx: inout WriteTransaction
  ) throws -> Stored<AdminKeyRecord> {
    var violations = Violations()
    violations.checkID(id, of: .adminKey)
    try violations.check()
    _ = try find(id, by: access, in: tx)
    return try end(id, ifMatch: etag, in: &tx)
  }

  /// Returns an admin key that the caller may manage.
  private static func find(
    _ id: String, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> AdminKeyRecord {
    let record = try AdminSchema.adminKeys.require(id, in: tx).record
    try access.require(
      .manageAdminKeys, at: .organization(record.organizationId), of: "admin key", id)
    return record
  }

  private static func newSecret(
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> SecretText {
    let installation = try Installations.get(in: tx)
    return SecretText(prefix: installation?.adminKeyPrefix ?? AdminKeyPrefix.usual)
  }

  static func end(
    _ id: String, ifMatch etag: String = "", in tx: inout WriteTransaction
  ) throws -> Stored<AdminKeyRecord> {
    let now = tx.now
    return try AdminSchema.adminKeys.update(
      id, ifMatch: etag, action: "admin_key.revoked", in: &tx
    ) { record in
      guard record.revokedAt == nil else { return }
      record.revokedAt = now
    }
  }
}
