public import AdminProtos
public import Store

/// The installation as a whole, and its first run.
public enum Installations {
  static let id = "installation"

  /// Returns the record of the installation; nil while it is not claimed.
  public static func get(
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> InstallationRecord? {
    try AdminSchema.installation.get(id, in: tx)?.record
  }

  /// Throws if a claim breaks a rule. The check comes first so that no password is hashed in vain.
  public static func check(_ request: ClaimRequest, by access: Access) throws {
    try access.requireOperator("claimed")
    var violations = Violations()
    violations.checkName(request.organizationName, field: "organization_name", limit: 100)
    violations.checkName(request.name, limit: Users.nameLimit)
    _ = violations.checkAddress(request.email)
    let owner = PasswordOwner(
      name: request.name, email: request.email, organizations: [request.organizationName])
    Passwords.check(request.password, for: owner, into: &violations)
    AdminKeyPrefix.check(request.prefix, into: &violations)
    try violations.check()
  }

  /// Creates the first organization, its admin, who is a super admin, and an admin key. This
  /// happens once in the life of an installation.
  ///
  /// - Parameter passwordHash: The hash of the password that was checked with the claim.
  public static func claim(
    _ request: ClaimRequest, passwordHash: String, by access: Access, keys: AuthKeys,
    in tx: inout WriteTransaction
  ) throws -> ClaimResponse {
    try access.requireOperator("claimed")
    guard try get(in: tx) == nil else { throw AdminError.alreadyClaimed }
    try AdminSchema.installation.insert(
      InstallationRecord(id: id, claimedAt: tx.now, adminKeyPrefix: request.prefix),
      action: "installation.claimed", in: &tx)

    let organization = try Organizations.create(
      CreateOrganizationRequest(name: request.organizationName), by: access, in: &tx)
    let user = try superAdmin(address(request.email), name: request.name, in: &tx).user
    _ = try Members.insert(user, role: Role.admin.rawValue, into: organization.id, in: &tx)
    try Passwords.set(passwordHash, of: user.id, isProven: true, in: &tx)
    let adminKey = try AdminKeys.make(
      CreateAdminKeyRequest(organizationId: organization.id, name: "Made with the installation"),
      by: access, keys: keys, in: &tx)
    return ClaimResponse(
      organizationId: organization.id, userId: user.id, adminKey: adminKey.secret,
      adminKeyId: adminKey.key.id)
  }

  static func address(_ typed: String) throws -> MailAddress {
    var violations = Violations()
    let address = violations.checkAddress(typed)
    try violations.check()
    return address
  }

  /// Returns the account of an address as a super admin. Creates the account if there is none.
  static func superAdmin(
    _ address: MailAddress, name: String, in tx: inout WriteTransaction
  ) throws -> (user: UserRecord, isNew: Bool) {
    let known = try Users.account(of: address, in: tx)
    let account = try known ?? Users.create(address, name: name, in: &tx)
    let now = tx.now
    let user = try AdminSchema.users.update(account.record.id, in: &tx) { record in
      guard !record.isSuperAdmin else { return }
      record.isSuperAdmin = true
      record.updatedAt = now
    }
    return (user.record, known == nil)
  }
}

extension ClaimRequest {
  fileprivate var prefix: String { adminKeyPrefix.isEmpty ? AdminKeyPrefix.usual : adminKeyPrefix }
}
