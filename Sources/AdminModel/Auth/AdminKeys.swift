public import StewardProtos
public import Store

/// An admin key that was just made.
public struct MadeAdminKey: Sendable {
  public let stored: Stored<AdminKeyRecord>
  /// The whole key, which is not kept.
  public let secret: String
}

/// The operations on admin keys, each of which administers one organization as its admin does.
public enum AdminKeys {
  private static let nameLimit = 100
  private static let longestLifetime: Duration = .seconds(3650 * 86_400)

  /// Makes an admin key of an organization.
  ///
  /// - Parameter lifetime: How long it works; for ever when nil.
  public static func create(
    named name: String, of organization: String, lifetime: Duration?, by access: Access,
    keys: AuthKeys, in tx: inout WriteTransaction
  ) throws -> MadeAdminKey {
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    violations.checkName(name, limit: nameLimit)
    if let lifetime, lifetime < .seconds(1) || lifetime > longestLifetime {
      violations.add("lifetime", "OUT_OF_RANGE", "must be 1 second to 3650 days")
    }
    try violations.check()
    try Members.requireOrganization(organization, .manageAdminKeys, by: access, in: tx)
    return try make(
      named: name, of: organization, lifetime: lifetime, by: access, keys: keys, in: &tx)
  }

  static func make(
    named name: String, of organization: String, lifetime: Duration?, by access: Access,
    keys: AuthKeys, in tx: inout WriteTransaction
  ) throws -> MadeAdminKey {
    let installation = try Installations.get(in: tx)
    let secret = SecretText(prefix: installation?.adminKeyPrefix ?? AdminKeyPrefix.usual)
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
  ///   - after: The id before the first one wanted, or empty.
  ///   - before: The id after the last one wanted, or empty.
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

  /// Ends an admin key, for good. One that was revoked stays as it is.
  ///
  /// - Parameter etag: The etag that it must still have; empty for any.
  public static func revoke(
    _ id: String, ifMatch etag: String, by access: Access, in tx: inout WriteTransaction
  ) throws -> Stored<AdminKeyRecord> {
    var violations = Violations()
    violations.checkID(id, of: .adminKey)
    try violations.check()
    let organization = try AdminSchema.adminKeys.require(id, in: tx).record.organizationId
    try access.require(
      .manageAdminKeys, at: .organization(organization), of: "admin key", id)
    return try end(id, ifMatch: etag, in: &tx)
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
