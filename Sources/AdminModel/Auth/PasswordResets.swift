public import StewardProtos
public import Store

/// Choosing a new password, or the first one, by a token that an admin made and passed on: in two steps of a
/// transaction each, between which the password is hashed.
public enum PasswordResets {
  /// What the tokens begin with by which passwords are chosen.
  public static let tokenPrefix = "stw-reset-"

  /// How long a token works: over a weekend, and not for long after.
  private static let lifetime: Duration = .seconds(3 * 86_400)

  /// What a token did.
  public struct Reset: Sendable, Hashable {
    public let user: String
    public let endedSessions: Int
  }

  /// Lets a user choose a password by a token, which replaces the one before.
  ///
  /// - Parameter tokenHash: The keyed hash of the token.
  public static func create(
    for user: String, tokenHash: [UInt8], by access: Access, in tx: inout WriteTransaction
  ) throws -> PasswordResetRecord {
    var violations = Violations()
    violations.checkID(user, of: .user, field: "user_id")
    try violations.check()
    let known = try AdminSchema.users.require(user, in: tx).record
    try Users.requireWhole(known, for: "the password", by: access, in: tx)
    let isLimited = !access.allows(.manageUsers, at: .installation)
    return try put(
      PasswordResetRecord(
        userId: user, tokenHash: tokenHash, createdAt: tx.now,
        expiresAt: tx.now.adding(lifetime),
        organizationIds: isLimited ? try Users.organizations(of: user, in: tx) : []),
      in: &tx)
  }

  private static func put(
    _ record: PasswordResetRecord, in tx: inout WriteTransaction
  ) throws -> PasswordResetRecord {
    let action = "password_reset.created"
    guard try AdminSchema.passwordResets.contains(record.userId, in: tx) else {
      return try AdminSchema.passwordResets.insert(record, action: action, in: &tx).record
    }
    return try AdminSchema.passwordResets.update(record.userId, action: action, in: &tx) {
      $0 = record
    }.record
  }

  /// Throws unless this is a token, and the password may be chosen: so that none is hashed in vain. Whether the token
  /// still works is judged in ``use(token:passwordHash:keys:in:)``, since a call that is repeated has used it already.
  public static func check(
    token: String, password: String, keys: AuthKeys,
    in tx: borrowing some Transaction & ~Copyable
  ) throws {
    _ = try find(token, keys, in: tx)
    try Passwords.check(password)
  }

  /// Gives the token's user the password that was checked with it, once; ends their sessions.
  public static func use(
    token: String, passwordHash: String, keys: AuthKeys, in tx: inout WriteTransaction
  ) throws -> Reset {
    let reset = try find(token, keys, in: tx)
    let user = try AdminSchema.users.require(reset.userId, in: tx).record
    try requireUsable(reset, of: user, in: tx)
    let now = tx.now
    try AdminSchema.passwordResets.update(user.id, action: "password_reset.used", in: &tx) {
      $0.usedAt = now
    }
    try Passwords.set(passwordHash, of: user.id, in: &tx)
    try Logins.forgive(MailAddress(user.email), keys, in: &tx)
    let ended = try Sessions.endAll(of: user.id, .passwordChanged, in: &tx)
    return Reset(user: user.id, endedSessions: ended)
  }

  private static func find(
    _ token: String, _ keys: AuthKeys, in tx: borrowing some Transaction & ~Copyable
  ) throws -> PasswordResetRecord {
    let found = try AdminSchema.passwordResets.first(
      AdminSchema.passwordResetsByToken, at: [.bytes(keys.passwordResetHash(of: token))], in: tx)
    guard let found else { throw AdminError.resetTokenUnknown }
    return found.record
  }

  private static func requireUsable(
    _ reset: PasswordResetRecord, of user: UserRecord, in tx: borrowing WriteTransaction
  ) throws {
    guard reset.usedAt == nil else { throw AdminError.resetTokenOver(user.id, "was used before") }
    guard tx.now.microseconds < (reset.expiresAt?.microseconds ?? 0) else {
      throw AdminError.resetTokenOver(user.id, "has expired")
    }
    // Whoever has chosen another one since must not lose it to a token that was left lying.
    let password = try AdminSchema.passwords.get(user.id, in: tx)?.record
    guard (password?.updatedAt?.microseconds ?? 0) <= (reset.createdAt?.microseconds ?? 0) else {
      throw AdminError.resetTokenOver(user.id, "is older than the password")
    }
    guard try reaches(reset, user, in: tx) else {
      throw AdminError.resetTokenOver(
        user.id, "was made by somebody who doesn't manage all of the user's organizations now")
    }
  }

  /// Whoever made the token has seen it. So it must not be a way into an organization that they don't manage.
  private static func reaches(
    _ reset: PasswordResetRecord, _ user: UserRecord, in tx: borrowing WriteTransaction
  ) throws -> Bool {
    guard !reset.organizationIds.isEmpty else { return true }
    let organizations = try Users.organizations(of: user.id, in: tx)
    return !user.isSuperAdmin && Set(reset.organizationIds).isSuperset(of: organizations)
  }
}
