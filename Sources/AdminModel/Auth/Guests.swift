internal import StewardProtos
public import Store

/// Accepting invites, in two steps of a transaction each, between which the password is hashed or compared.
public enum Guests {
  /// Whoever holds an invite's token.
  public struct Guest: Sendable {
    fileprivate let tokenHash: [UInt8]
    /// What they must show themselves by, if they have a password; nil if they are to choose one.
    public let attempt: Logins.Attempt?
  }

  /// How a guest showed who they are.
  public enum Proof: Sendable {
    /// By the password that they have.
    case known
    case wrong
    /// They are new, and this is the hash of the password that they chose.
    case chosen(String)
  }

  /// Admits whoever holds the token, or throws what is wrong. That the invite can still be accepted is judged in
  /// ``accept(_:name:proof:keys:in:)``, since a call that is repeated has accepted it already.
  public static func admit(
    token: String, name: String, password: String, keys: AuthKeys, in tx: inout WriteTransaction
  ) throws -> Guest {
    let hash = keys.inviteHash(of: token)
    let found = try AdminSchema.invites.first(
      AdminSchema.invitesByToken, at: [.bytes(hash)], in: tx)
    let email = try (found?.record ?? Invites.pending(tokenHash: hash, in: tx)).email
    let user = try Users.known(by: MailAddress(email), in: tx)?.record
    if let user, try Passwords.hash(of: user.id, in: tx) != nil {
      return Guest(
        tokenHash: hash, attempt: try Logins.admit(email: email, keys: keys, in: &tx))
    }
    var violations = Violations()
    if user == nil { violations.checkName(name, limit: Users.nameLimit) }
    Passwords.check(password, into: &violations)
    try violations.check()
    return Guest(tokenHash: hash, attempt: nil)
  }

  /// Makes a member of a guest, once.
  public static func accept(
    _ guest: Guest, name: String, proof: Proof, keys: AuthKeys, in tx: inout WriteTransaction
  ) throws -> Invites.Acceptance {
    let invite = try Invites.pending(tokenHash: guest.tokenHash, in: tx)
    let known = try Users.known(by: MailAddress(invite.email), in: tx)?.record
    switch proof {
    case .wrong: throw AdminError.loginFailed
    case .known: try guest.attempt.map { _ = try Logins.confirm($0, in: &tx) }
    case .chosen: try known.map { try requireUnclaimed($0, in: tx) }
    }
    let acceptance = try Invites.accept(tokenHash: guest.tokenHash, name: name, in: &tx)
    if case .chosen(let hash) = proof {
      try Passwords.set(hash, of: acceptance.member.user.id, in: &tx)
    }
    return acceptance
  }

  /// Whoever made the invite has seen its token. So it must not be a way to become somebody who is something already.
  private static func requireUnclaimed(
    _ user: UserRecord, in tx: borrowing WriteTransaction
  ) throws {
    let membership = try AdminSchema.memberships.first(
      AdminSchema.membershipsByUser, at: IndexKey(user.id), in: tx)
    let hasPassword = try Passwords.hash(of: user.id, in: tx) != nil
    guard membership != nil || user.isSuperAdmin || hasPassword else { return }
    throw AdminError.refused(
      reason: "NO_PASSWORD_YET",
      message: "User \(user.id) has roles already and no password to show themselves by, so an "
        + "invite can't give them one. Have them choose one first: steward users reset-password "
        + user.id)
  }
}
