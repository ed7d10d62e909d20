internal import AdminProtos
internal import ProtobufRuntime
public import Store

extension Installations {
  /// The outcome of a recovery.
  public struct Recovered: Sendable, Hashable {
    public let user: String
    /// Whether the address had no account before.
    public let isNew: Bool
    public let endedSessions: Int
  }

  /// Throws if a recovery breaks a rule. The check comes first so that no password is hashed in
  /// vain.
  ///
  /// - Parameter name: The name of a new user; empty for an account that exists. The two are told
  ///   apart so that a mistyped address makes no one a super admin.
  public static func checkRecovery(
    email: String, name: String, password: String, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws {
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
    Passwords.check(password, for: owner, into: &violations)
    try violations.check()
  }

  /// Makes the account of an address a super admin and sets a new password. Creates the account if
  /// there is none, and ends its sessions.
  ///
  /// - Parameter passwordHash: The hash of the password that was checked with the recovery.
  public static func recover(
    email: String, name: String, passwordHash: String, by access: Access, keys: AuthKeys,
    in tx: inout WriteTransaction
  ) throws -> Recovered {
    try access.requireOperator("recovered")
    try requireClaimed(in: tx)
    let address = try address(email)
    if name.isEmpty, try Users.account(of: address, in: tx) == nil {
      throw try noAccount(of: address, in: tx)
    }
    let (user, isNew) = try superAdmin(address, name: name, in: &tx)
    try Passwords.set(passwordHash, of: user.id, isProven: true, in: &tx)
    try Logins.forgive(user, from: "", keys, in: &tx)
    let ended = try Sessions.endAll(of: user.id, .recovered, in: &tx)
    return Recovered(user: user.id, isNew: isNew, endedSessions: ended)
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
