internal import AdminLists
public import AdminProtos
internal import GoogleProtos
internal import IPCProtos
public import Store
internal import WellKnownTypes

/// An admin key and its new secret.
public struct MadeAdminKey: Sendable {
  public let key: AdminKey
  /// The whole key, which is not stored.
  public let secret: String
}

/// The operations on admin keys. Each admin key administers one organization with the admin role.
public enum AdminKeys {
  private static let nameLimit = 100

  /// Creates an admin key of an organization.
  public static func create(
    _ request: CreateAdminKeyRequest, by access: Access, keys: AuthKeys,
    in tx: inout WriteTransaction
  ) throws -> MadeAdminKey {
    let organization = request.organizationId
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    violations.checkName(request.name, limit: nameLimit)
    if let lifetime = request.lifetime { violations.checkLifetime(Duration(lifetime)) }
    try violations.check()
    try Members.requireOrganization(organization, .manageAdminKeys, by: access, in: tx)
    return try make(request, by: access, keys: keys, in: &tx)
  }

  static func make(
    _ request: CreateAdminKeyRequest, by access: Access, keys: AuthKeys,
    in tx: inout WriteTransaction
  ) throws -> MadeAdminKey {
    let (secret, principal) = (try newSecret(in: tx), access.principal)
    let key = AdminKey(
      id: try tx.newID(of: .adminKey), organizationId: request.organizationId, name: request.name,
      createdAt: tx.now, expiresAt: request.lifetime.map { tx.now.adding(Duration($0)) },
      partialKeyHint: secret.hint)
    let record = AdminKeyRecord(
      resource: key, secretHash: keys.adminKeyHash(of: secret.text), createdById: principal.id,
      createdByType: principal.kind.actorWord)
    let stored = try AdminSchema.adminKeys.insert(record, in: &tx)
    return MadeAdminKey(key: stored.shownKey, secret: secret.text)
  }

  /// Returns a page of an organization's admin keys, newest first.
  public static func list(
    _ request: ListAdminKeysRequest, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> ListAdminKeysResponse {
    let organization = request.organizationId
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    let page = PageRequest.newestFirst(
      limit: request.limit, after: request.afterId, before: request.beforeId, of: .adminKey,
      into: &violations)
    try violations.check()
    try Members.requireOrganization(organization, .readAdminKeys, by: access, in: tx)
    let index =
      request.includeRevoked
      ? AdminSchema.adminKeysByOrganization : AdminSchema.usableAdminKeysByOrganization
    let found = try AdminSchema.adminKeys.page(
      page, of: index, at: IndexKey(organization), in: tx)
    return ListAdminKeysResponse(found.items.map(\.shownKey), hasMore: found.hasMore)
  }

  /// Gives an admin key a new secret. The request may let the former secret work for a while, at
  /// most 30 days.
  public static func rotate(
    _ request: RotateAdminKeyRequest, by access: Access, keys: AuthKeys,
    in tx: inout WriteTransaction
  ) throws -> MadeAdminKey {
    let (id, overlap) = (request.id, request.overlap.map(Duration.init) ?? .zero)
    var violations = Violations()
    violations.checkID(id, of: .adminKey)
    violations.checkOverlap(overlap)
    try violations.check()
    let record = try find(id, by: access, in: tx)
    try refuseOver(record.key, at: tx.now)

    let secret = try newSecret(in: tx)
    var rotated = record
    rotated.formerSecretHash = record.secretHash
    // Without an overlap there is no expiry time, so the former secret can't work again after the
    // clock is set back.
    rotated.key.formerSecretExpiresAt = overlap > .zero ? tx.now.adding(overlap) : nil
    rotated.secretHash = keys.adminKeyHash(of: secret.text)
    rotated.key.partialKeyHint = secret.hint
    let stored = try AdminSchema.adminKeys.update(
      id, ifMatch: request.ifMatch, action: "admin_key.rotated", in: &tx
    ) { $0 = rotated }
    return MadeAdminKey(key: stored.shownKey, secret: secret.text)
  }

  private static func refuseOver(_ key: AdminKey, at now: GoogleTimestamp) throws {
    let isExpired = key.expiresAt.map { $0.microseconds <= now.microseconds } ?? false
    guard key.revokedAt != nil || isExpired else { return }
    throw AdminError.refused(
      reason: "ADMIN_KEY_OVER",
      message: "Admin key \(key.id) \(isExpired ? "has expired" : "was revoked") and can't be "
        + "used again. Create another one: steward admin-keys create")
  }

  /// Revokes an admin key permanently. A key that was revoked before stays as it is.
  ///
  /// - Parameter etag: The etag that it must still have; empty for any.
  public static func revoke(
    _ id: String, ifMatch etag: String, by access: Access, in tx: inout WriteTransaction
  ) throws -> AdminKey {
    var violations = Violations()
    violations.checkID(id, of: .adminKey)
    try violations.check()
    _ = try find(id, by: access, in: tx)
    return try end(id, ifMatch: etag, in: &tx).shownKey
  }

  /// Returns an admin key that the caller may manage.
  private static func find(
    _ id: String, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> AdminKeyRecord {
    let record = try AdminSchema.adminKeys.require(id, in: tx).record
    try access.require(
      .manageAdminKeys, at: .organization(record.key.organizationId), of: "admin key", id)
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
      guard record.key.revokedAt == nil else { return }
      record.key.revokedAt = now
    }
  }
}

extension AdminKeyRecord {
  /// The admin key as it is stored.
  var key: AdminKey {
    get { resource ?? AdminKey() }
    set { resource = newValue }
  }
}

extension Stored<AdminKeyRecord> {
  /// The admin key as callers see it.
  fileprivate var shownKey: AdminKey { record.key.shown(etag) }
}
