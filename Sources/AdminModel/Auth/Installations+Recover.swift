public import AdminProtos
internal import ProtobufRuntime
public import Store

extension Installations {
  /// Throws if a recovery breaks a rule. The check comes first so that no password is hashed in
  /// vain.
  ///
  /// Only an address without an account needs a name. So a mistyped address makes no one a super
  /// admin.
  public static func checkRecovery(
    _ request: RecoverRequest, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    let (email, name) = (request.email, request.name)
    try access.requireOperator("recovered")
    try requireClaimed(in: tx)
    var violations = Violations()
    let address = violations.checkAddress(email)
    let user = try Users.account(of: address, in: tx)?.record
    if user == nil {
      if name.isEmpty { throw try noAccount(of: address, in: tx) }
      violations.checkName(name, limit: Users.nameLimit)
    }
    let owner =
      try user.map { try PasswordOwner($0, in: tx) } ?? PasswordOwner(name: name, email: email)
    Passwords.check(request.password, for: owner, into: &violations)
    try violations.check()
  }

  /// Makes the account of an address a super admin and sets a new password. Creates the account if
  /// there is none, and ends its sessions.
  ///
  /// - Parameter passwordHash: The hash of the password that was checked with the recovery.
  public static func recover(
    _ request: RecoverRequest, passwordHash: String, by access: Access, keys: AuthKeys,
    in tx: inout WriteTransaction
  ) throws -> RecoverResponse {
    try access.requireOperator("recovered")
    try requireClaimed(in: tx)
    let address = try address(request.email)
    if request.name.isEmpty, try Users.account(of: address, in: tx) == nil {
      throw try noAccount(of: address, in: tx)
    }
    let (user, isNew) = try superAdmin(address, name: request.name, in: &tx)
    try Passwords.set(passwordHash, of: user.id, isProven: true, in: &tx)
    try Logins.forgive(user, from: "", keys, in: &tx)
    let ended = try Sessions.endAll(of: user.id, .recovered, in: &tx)
    return RecoverResponse(
      userId: user.id, created: isNew, endedSessions: UInt32(clamping: ended))
  }

  private static func noAccount(
    of address: MailAddress, in tx: borrowing some Transaction & ~Copyable
  ) throws -> AdminError {
    let known = try SuperAdmins.all(in: tx).prefix(maximumNamed).map(\.email)
    return .refused(
      reason: "NO_ACCOUNT",
      message: "No account has the mail address \(address.text.asRefused). The super admins are "
        + "\(known.joined(separator: ", ")). To create an account, add: --name NAME")
  }

  /// How many super admins an error names: enough to recognize the one that was meant.
  private static let maximumNamed = 10

  private static func requireClaimed(in tx: borrowing some Transaction & ~Copyable) throws {
    guard try get(in: tx) == nil else { return }
    throw AdminError.notClaimed
  }
}
