public import AdminProtos
public import Store

/// The installation as a whole, and its first run.
public enum Installations {
  static let id = "installation"

  /// The user who claims an installation, and the name of their organization.
  public struct Claim: Sendable, Hashable {
    public var organization: String
    public var name: String
    public var email: String
    /// The prefix of admin keys; the default when empty.
    public var adminKeyPrefix: String

    public init(organization: String, name: String, email: String, adminKeyPrefix: String = "") {
      self.organization = organization
      self.name = name
      self.email = email
      self.adminKeyPrefix = adminKeyPrefix
    }
  }

  /// The records that a claim created.
  public struct Claimed: Sendable {
    public let organization: Organization
    public let user: UserRecord
    public let adminKey: MadeAdminKey
  }

  /// Returns the record of the installation; nil while it is not claimed.
  public static func get(
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> InstallationRecord? {
    try AdminSchema.installation.get(id, in: tx)?.record
  }

  /// Throws if a claim breaks a rule. The check comes first so that no password is hashed in vain.
  public static func check(_ claim: Claim, password: String, by access: Access) throws {
    try access.requireOperator("claimed")
    var violations = Violations()
    violations.checkName(claim.organization, field: "organization_name", limit: 100)
    violations.checkName(claim.name, limit: Users.nameLimit)
    _ = violations.checkAddress(claim.email)
    let owner = PasswordOwner(
      name: claim.name, email: claim.email, organizations: [claim.organization])
    Passwords.check(password, for: owner, into: &violations)
    AdminKeyPrefix.check(claim.prefix, into: &violations)
    try violations.check()
  }

  /// Creates the first organization, its admin, who is a super admin, and an admin key. This
  /// happens once in the life of an installation.
  ///
  /// - Parameter passwordHash: The hash of the password that was checked with the claim.
  public static func claim(
    _ claim: Claim, passwordHash: String, by access: Access, keys: AuthKeys,
    in tx: inout WriteTransaction
  ) throws -> Claimed {
    try access.requireOperator("claimed")
    guard try get(in: tx) == nil else { throw AdminError.alreadyClaimed }
    try AdminSchema.installation.insert(
      InstallationRecord(id: id, claimedAt: tx.now, adminKeyPrefix: claim.prefix),
      action: "installation.claimed", in: &tx)

    let organization = try Organizations.create(
      CreateOrganizationRequest(name: claim.organization), by: access, in: &tx)
    let user = try superAdmin(address(claim.email), name: claim.name, in: &tx).user
    _ = try Members.insert(user, role: Role.admin.rawValue, into: organization.id, in: &tx)
    try Passwords.set(passwordHash, of: user.id, isProven: true, in: &tx)
    let adminKey = try AdminKeys.make(
      CreateAdminKeyRequest(organizationId: organization.id, name: "Made with the installation"),
      by: access, keys: keys, in: &tx)
    return Claimed(organization: organization, user: user, adminKey: adminKey)
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

extension Installations.Claim {
  var prefix: String { adminKeyPrefix.isEmpty ? AdminKeyPrefix.usual : adminKeyPrefix }
}
