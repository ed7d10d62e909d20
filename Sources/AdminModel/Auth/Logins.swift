public import StewardProtos
public import Store

/// Logging in, in two steps of a transaction each, between which the password is compared: an attempt is admitted, and
/// counts as failed until it has succeeded.
public enum Logins {
  /// An attempt that may be made, by whoever it claims to be.
  public struct Attempt: Sendable {
    fileprivate let subject: [UInt8]
    /// Nil if nobody has the address.
    public let user: UserRecord?
    /// What the password must match; nil if there is none, and then nothing matches.
    public let passwordHash: String?
  }

  /// How many old attempts are forgotten with each new one: more than come, so they can't pile up.
  private static let forgottenAtOnce = 4

  /// Admits an attempt, or throws how long to wait.
  ///
  /// Nothing tells an address that nobody has from one that somebody has.
  public static func admit(
    email: String, label: String = "", keys: AuthKeys, in tx: inout WriteTransaction
  ) throws -> Attempt {
    var violations = Violations()
    let address = violations.checkAddress(email)
    Sessions.checkLabel(label, into: &violations)
    try violations.check()

    let subject = subject(of: address, keys)
    try count(subject, in: &tx)
    try forgetOld(in: &tx)
    let user = try Users.account(of: address, in: tx)?.record
    let hash = try user.flatMap { try Passwords.hash(of: $0.id, in: tx) }
    return Attempt(subject: subject, user: user, passwordHash: hash)
  }

  /// Begins a session for an attempt whose password was right.
  public static func succeed(
    _ attempt: Attempt, label: String, keys: AuthKeys, in tx: inout WriteTransaction
  ) throws -> IssuedTokens {
    let user = try confirm(attempt, in: &tx)
    let session = try Sessions.begin(of: user.id, label: label, in: &tx)
    return IssuedTokens(of: session, number: session.counter, at: tx.now, keys)
  }

  /// Takes back that an attempt failed, unless the password has changed since it was compared.
  @discardableResult
  static func confirm(
    _ attempt: Attempt, in tx: inout WriteTransaction
  ) throws -> UserRecord {
    guard let user = attempt.user, let hash = attempt.passwordHash,
      try Passwords.hash(of: user.id, in: tx) == hash
    else { throw AdminError.loginFailed }
    try forgive(attempt.subject, in: &tx)
    return user
  }

  /// Forgets the failures of an address.
  static func forgive(
    _ address: MailAddress, _ keys: AuthKeys, in tx: inout WriteTransaction
  ) throws {
    try forgive(subject(of: address, keys), in: &tx)
  }

  private static func forgive(_ subject: [UInt8], in tx: inout WriteTransaction) throws {
    guard try AdminSchema.loginAttempts.contains(subject, in: tx) else { return }
    try AdminSchema.loginAttempts.delete(subject, in: &tx)
  }

  private static func subject(of address: MailAddress, _ keys: AuthKeys) -> [UInt8] {
    keys.addressHash(of: address)
  }

  private static func count(_ subject: [UInt8], in tx: inout WriteTransaction) throws {
    let known = try AdminSchema.loginAttempts.get(subject, in: tx)?.record
    var throttle = LoginThrottle(
      failures: Int(known?.failures ?? 0), lastFailure: known?.lastFailureAt?.microseconds ?? 0)
    let wait = throttle.attempt(at: tx.now.microseconds)
    guard wait == 0 else { throw AdminError.loginThrottled(wait: .microseconds(wait)) }
    let record = LoginAttemptsRecord(
      subject: subject, failures: UInt32(clamping: throttle.failures),
      lastFailureAt: GoogleTimestamp(microseconds: throttle.lastFailure))
    guard known != nil else {
      try AdminSchema.loginAttempts.insert(record, in: &tx)
      return
    }
    try AdminSchema.loginAttempts.update(subject, in: &tx) { $0 = record }
  }

  private static func forgetOld(in tx: inout WriteTransaction) throws {
    let now = tx.now.microseconds
    for _ in 0..<forgottenAtOnce {
      let oldest = try AdminSchema.loginAttempts.first(
        AdminSchema.loginAttemptsByTime, at: IndexKey(), in: tx)?.record
      guard let oldest, let time = oldest.lastFailureAt?.microseconds,
        now > time + LoginThrottle.memory
      else { return }
      try AdminSchema.loginAttempts.delete(oldest.subject, in: &tx)
    }
  }
}
