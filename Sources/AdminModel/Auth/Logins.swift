public import AdminProtos
public import Store

/// The login, in two steps of one transaction each. The password is compared between them: an
/// attempt is admitted, and counts as failed until it has succeeded.
public enum Logins {
  /// An attempt that may be made. Its claim of an identity is not proved yet.
  public struct Attempt: Sendable {
    fileprivate let pair: LoginFailures.Subject
    fileprivate let others: [LoginFailures.Subject]
    /// The hash that identifies the peer once the attempt has succeeded; nil on this machine.
    fileprivate let peerHash: [UInt8]?
    /// Nil if the address has no account.
    public let user: UserRecord?
    /// The hash that the password must match; nil if there is no password, and then nothing
    /// matches.
    public let passwordHash: String?
  }

  /// Admits an attempt, or throws how long to wait.
  ///
  /// An address without an account gives the same outcome as one with an account, so that a caller
  /// can't tell them apart.
  ///
  /// - Parameter peer: The address of the caller; empty on this machine. A caller elsewhere can't
  ///   pass for a local one.
  public static func admit(
    email: String, label: String = "", from peer: String, keys: AuthKeys,
    in tx: inout WriteTransaction
  ) throws -> Attempt {
    var violations = Violations()
    let address = violations.checkAddress(email)
    Sessions.checkLabel(label, into: &violations)
    try violations.check()

    let user = try Users.account(of: address, in: tx)?.record
    let peerHash = user.flatMap { keys.peerHash(of: $0.id, at: peer) }
    let pair = LoginFailures.Subject.pair(address, peer, keys)
    var others: [LoginFailures.Subject] = []
    if !peer.isEmpty, try !isKnown(peerHash, of: user, in: tx) {
      others = [.peer(peer, keys), .address(address, keys)]
    }
    for subject in [pair] + others { try LoginFailures.count(subject, in: &tx) }
    let hash = try user.flatMap { try Passwords.hash(of: $0.id, in: tx) }
    return Attempt(
      pair: pair, others: others, peerHash: peerHash, user: user, passwordHash: hash)
  }

  /// Begins a session for an attempt whose password was right. Throws if the user is suspended
  /// wherever they are a member. The attempt then still counts as failed.
  public static func succeed(
    _ attempt: Attempt, label: String, keys: AuthKeys, in tx: inout WriteTransaction
  ) throws -> SessionTokens {
    let user = try confirm(attempt, in: &tx)
    return try Sessions.begin(NewSession(label: label), of: user.id, keys, in: &tx)
  }

  /// Takes back that an attempt failed, unless the password has changed since it was compared.
  @discardableResult
  static func confirm(
    _ attempt: Attempt, in tx: inout WriteTransaction
  ) throws -> UserRecord {
    guard let user = attempt.user, let hash = attempt.passwordHash,
      try Passwords.hash(of: user.id, in: tx) == hash
    else { throw AdminError.loginFailed }
    try LoginFailures.forgive(attempt.pair, in: &tx)
    for subject in attempt.others { try LoginFailures.takeBack(subject, in: &tx) }
    if let peer = attempt.peerHash { try LoginPeers.add(peer, of: user.id, in: &tx) }
    return user
  }

  /// Forgets the failures of an address whose owner has proved their identity by other means.
  /// Stores their peer as known.
  static func forgive(
    _ user: UserRecord, from peer: String, _ keys: AuthKeys, in tx: inout WriteTransaction
  ) throws {
    let address = MailAddress(user.email)
    try LoginFailures.forgive(.pair(address, peer, keys), in: &tx)
    try LoginFailures.forgive(.address(address, keys), in: &tx)
    guard let hash = keys.peerHash(of: user.id, at: peer) else { return }
    try LoginPeers.add(hash, of: user.id, in: &tx)
  }

  private static func isKnown(
    _ peerHash: [UInt8]?, of user: UserRecord?, in tx: borrowing WriteTransaction
  ) throws -> Bool {
    guard let peerHash, let user else { return false }
    return try LoginPeers.contain(peerHash, of: user.id, in: tx)
  }
}
