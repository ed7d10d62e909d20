public import AdminProtos
internal import IPCProtos
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
  public static func check(_ request: ClaimRequest) throws {
    var violations = Violations()
    violations.checkName(request.organizationName, field: "organization_name", limit: 100)
    violations.checkName(request.name, limit: Users.nameLimit)
    _ = violations.checkAddress(request.email)
    let owner = PasswordOwner(
      name: request.name, email: request.email, organizations: [request.organizationName])
    Passwords.check(request.password, for: owner, into: &violations)
    AdminKeyPrefix.check(request.prefix, into: &violations)
    Sessions.check(request.newSession, into: &violations)
    try violations.check()
  }

  /// Creates the first organization, its admin, who is a super admin, and an admin key. This
  /// happens once in the life of an installation.
  ///
  /// - Parameters:
  ///   - passwordHash: The hash of the password that was checked with the claim.
  ///   - access: The access of the user who runs the host. Others need a code.
  public static func claim(
    _ request: ClaimRequest, passwordHash: String, by access: Access, keys: AuthKeys,
    in tx: inout WriteTransaction
  ) throws -> ClaimResponse {
    try access.requireOperator("claimed")
    guard try get(in: tx) == nil else { throw AdminError.alreadyClaimed }
    return try make(request, passwordHash, by: access, keys, in: &tx).response
  }

  /// Does the same for the holder of a code, and uses the code up.
  ///
  /// - Parameter peer: The address of the holder; empty on this machine.
  public static func claim(
    _ request: ClaimRequest, passwordHash: String, byCodeFrom peer: String, keys: AuthKeys,
    in tx: inout WriteTransaction
  ) throws -> ClaimResponse {
    guard try get(in: tx) == nil else { throw AdminError.alreadyClaimed }
    try ClaimCodes.require(request.code, keys: keys, in: tx)
    let claimed = try make(request, passwordHash, by: nil, keys, in: &tx)
    try Logins.forgive(claimed.user, from: peer, keys, in: &tx)
    return claimed.response
  }

  /// - Parameter access: The access of the operator; nil if a code allows the claim, so that the
  ///   new user is the caller.
  private static func make(
    _ request: ClaimRequest, _ passwordHash: String, by access: Access?, _ keys: AuthKeys,
    in tx: inout WriteTransaction
  ) throws -> (response: ClaimResponse, user: UserRecord) {
    try AdminSchema.installation.insert(
      InstallationRecord(id: id, claimedAt: tx.now, adminKeyPrefix: request.prefix),
      action: "installation.claimed", in: &tx)
    try ClaimCodes.end(in: &tx)

    let organization = try Organizations.create(
      CreateOrganizationRequest(name: request.organizationName), by: access ?? .unlimited, in: &tx)
    let user = try superAdmin(address(request.email), name: request.name, in: &tx).user
    _ = try Members.insert(user, role: Role.admin.rawValue, into: organization.id, in: &tx)
    try Passwords.set(passwordHash, of: user.id, isProven: true, in: &tx)
    var response = ClaimResponse(organizationId: organization.id, userId: user.id)
    if !request.withoutAdminKey {
      let creator = access ?? Access(of: IPCPrincipal(kind: .user, id: user.id))
      let adminKey = try AdminKeys.make(
        CreateAdminKeyRequest(organizationId: organization.id, name: "Made with the installation"),
        by: creator, keys: keys, in: &tx)
      (response.adminKey, response.adminKeyId) = (adminKey.secret, adminKey.key.id)
    }
    response.session = try request.newSession.map {
      try Sessions.begin($0, of: user.id, keys, in: &tx)
    }
    return (response, user)
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
