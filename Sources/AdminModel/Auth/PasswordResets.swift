public import AdminProtos
public import Store

/// The choice of a new password with a token that an admin made and passed on, or the joining of a
/// user who is unclaimed in the admin's organization. It takes two steps of one transaction each.
/// The password is hashed or compared between them.
public enum PasswordResets {
  /// The prefix of the tokens with which users choose passwords.
  public static let tokenPrefix = "stw-reset-"

  /// How long a token works: over a weekend, and not much longer.
  private static let lifetime: Duration = .seconds(3 * 86_400)

  /// Lets a user choose a password with a token, which replaces the token before.
  ///
  /// - Parameter tokenHash: The keyed hash of the token.
  public static func create(
    for user: String, tokenHash: [UInt8], by access: Access, in tx: inout WriteTransaction
  ) throws -> PasswordResetRecord {
    var violations = Violations()
    violations.checkID(user, of: .user, field: "user_id")
    try violations.check()
    let known = try AdminSchema.users.require(user, in: tx).record
    try Users.requireWhole(known, .resetPasswords, for: "the password", by: access, in: tx)
    let isLimited = !access.allows(.resetPasswords, at: .installation)
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

  /// A caller who holds a token.
  public struct Holder: Sendable {
    fileprivate let token: String
    /// What the holder must show.
    public let challenge: Accounts.Challenge
    /// The owner of the password, if one is chosen.
    public let owner: PasswordOwner
  }

  /// Throws unless the token exists and the password, if one is chosen, may be chosen. The check
  /// comes first so that no password is hashed in vain. ``use(_:proof:keys:in:)`` checks whether
  /// the token still works, since a repeated call has used it already.
  public static func admit(
    token: String, password: String, from peer: String, keys: AuthKeys,
    in tx: inout WriteTransaction
  ) throws -> Holder {
    let reset = try find(token, keys, in: tx)
    let user = try AdminSchema.users.get(reset.userId, in: tx)?.record
    var challenge = Accounts.Challenge.choice(from: peer)
    if let user, !user.unclaimedIn.isEmpty {
      challenge = try Accounts.challenge(
        MailAddress(user.email), isPersonal: true, from: peer, keys: keys, in: &tx)
    }
    let owner =
      try user.map { try PasswordOwner($0, in: tx) } ?? PasswordOwner(name: "", email: "")
    if challenge.attempt == nil { try Passwords.check(password, for: owner) }
    return Holder(token: token, challenge: challenge, owner: owner)
  }

  /// Gives the token's user the chosen password, or lets the token's holder join; once. A chosen
  /// password ends the sessions of the password before.
  ///
  /// - Parameter newSession: The session to begin for the user; nil for none.
  public static func use(
    _ holder: Holder, proof: Accounts.Proof, newSession: NewSession? = nil, keys: AuthKeys,
    in tx: inout WriteTransaction
  ) throws -> ResetPasswordResponse {
    var response = try use(holder, proof: proof, keys, in: &tx)
    let user = response.userId
    response.session = try newSession.map { try Sessions.begin($0, of: user, keys, in: &tx) }
    return response
  }

  private static func use(
    _ holder: Holder, proof: Accounts.Proof, _ keys: AuthKeys, in tx: inout WriteTransaction
  ) throws -> ResetPasswordResponse {
    let reset = try find(holder.token, keys, in: tx)
    let user = try user(of: reset, in: tx)
    let now = tx.now
    try AdminSchema.passwordResets.update(user.id, action: "password_reset.used", in: &tx) {
      $0.usedAt = now
    }
    guard user.unclaimedIn.isEmpty else {
      let joining = Joining(
        address: MailAddress(user.email), name: user.name, organization: user.unclaimedIn,
        challenge: holder.challenge, isProof: reset.organizationIds.isEmpty)
      let account = try Accounts.holder(joining, proof, keys: keys, in: &tx).account
      return ResetPasswordResponse(userId: account.record.id)
    }
    guard case .chosen(let hash) = proof else { throw AdminError.loginFailed }
    try Passwords.set(
      hash, of: user.id, isProven: reset.organizationIds.isEmpty, in: &tx)
    try Logins.forgive(user, from: holder.challenge.peer, keys, in: &tx)
    let ended = try Sessions.endAll(of: user.id, .passwordChanged, in: &tx)
    return ResetPasswordResponse(
      userId: user.id, endedSessions: UInt32(clamping: ended))
  }

  /// Returns the user of a token's reset, or throws why the token no longer works.
  public static func inspect(
    _ token: String, keys: AuthKeys, in tx: borrowing some Transaction & ~Copyable
  ) throws -> InspectedPasswordReset {
    let reset = try find(token, keys, in: tx)
    let user = try user(of: reset, in: tx)
    var inspected = InspectedPasswordReset(
      email: user.email, name: user.name, expiresAt: reset.expiresAt)
    guard !user.unclaimedIn.isEmpty else { return inspected }
    let organization = try AdminSchema.organizations.require(user.unclaimedIn, in: tx).record
    inspected.organizationId = organization.id
    inspected.organizationName = organization.name
    inspected.role = try Members.membership(of: user.id, in: organization.id, tx)?.record.role ?? ""
    inspected.hasAccount = try Accounts.requiresPassword(
      MailAddress(user.email), isPersonal: true, in: tx)
    return inspected
  }

  /// Deletes the password reset of a user.
  ///
  /// - Parameter organization: Only delete a reset that this organization's admins made; nil for
  ///   any reset.
  static func end(
    of user: String, from organization: String? = nil, in tx: inout WriteTransaction
  ) throws {
    guard let reset = try AdminSchema.passwordResets.get(user, in: tx)?.record,
      organization.map(reset.organizationIds.contains) ?? true
    else { return }
    try AdminSchema.passwordResets.delete(user, in: &tx)
  }

  private static func find(
    _ token: String, _ keys: AuthKeys, in tx: borrowing some Transaction & ~Copyable
  ) throws -> PasswordResetRecord {
    let found = try AdminSchema.passwordResets.first(
      AdminSchema.passwordResetsByToken, at: [.bytes(keys.passwordResetHash(of: token))], in: tx)
    guard let found else { throw AdminError.resetTokenUnknown }
    return found.record
  }

  /// Returns the user of a reset, or throws why the reset no longer works.
  private static func user(
    of reset: PasswordResetRecord, in tx: borrowing some Transaction & ~Copyable
  ) throws -> UserRecord {
    guard let user = try AdminSchema.users.get(reset.userId, in: tx)?.record else {
      throw AdminError.resetTokenOver(
        reset.userId, "no longer works, because the user has joined since")
    }
    try requireUsable(reset, of: user, in: tx)
    return user
  }

  private static func requireUsable(
    _ reset: PasswordResetRecord, of user: UserRecord,
    in tx: borrowing some Transaction & ~Copyable
  ) throws {
    guard reset.usedAt == nil else { throw AdminError.resetTokenOver(user.id, "was already used") }
    guard tx.now.microseconds < (reset.expiresAt?.microseconds ?? 0) else {
      throw AdminError.resetTokenOver(user.id, "has expired")
    }
    // A user who has chosen another password since must not lose it to a token that was left lying.
    let password = try AdminSchema.passwords.get(user.id, in: tx)?.record
    guard (password?.updatedAt?.microseconds ?? 0) <= (reset.createdAt?.microseconds ?? 0) else {
      throw AdminError.resetTokenOver(user.id, "is older than the password")
    }
    guard try reaches(reset, user, in: tx) else {
      throw AdminError.resetTokenOver(
        user.id, "was made by an admin who doesn't manage all of the user's organizations now")
    }
  }

  /// Returns whether a token opens only organizations for which it was made. Its maker has seen it,
  /// so it must not open an organization that the maker doesn't manage.
  private static func reaches(
    _ reset: PasswordResetRecord, _ user: UserRecord,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> Bool {
    guard !reset.organizationIds.isEmpty else { return true }
    let organizations = try Users.organizations(of: user.id, in: tx)
    return !user.isSuperAdmin && Set(reset.organizationIds).isSuperset(of: organizations)
  }
}
