internal import AdminProtos
internal import Store

/// The life of an identity.
///
/// A mail address names a person, but Steward can't prove who owns the address. A token is no
/// proof, since the admin who makes it has seen it. So every organization relies only on its own
/// tokens, and nothing that one organization does affects another.
///
/// - **An unclaimed user** belongs to the one organization that added the address.
///   ``Members/add(_:by:in:)`` never looks at what other organizations know. The same holds for
///   `Users/Add`, a manifest's member and a pending invite. So the same address gives another
///   user, with another id and the name that the admin typed. It has roles, workspaces and keys,
///   but no password, so no one can act as this user yet.
/// - **The account** of an address is the user who logs in with it. There is at most one. An
///   account is made by the claim of the installation, by a recovery, or by joining.
/// - **Joining** an organization takes a token of that same organization: the token of an invite,
///   or a token that a person made with ``PasswordResets`` for an unclaimed user. Where the address
///   has no account, the holder chooses a password, and the unclaimed user becomes the account.
///   Where it has one, the holder shows its password, and the account replaces the unclaimed user.
///   A session alone is not enough to join.
/// - **A password is proven** by an invite, by a change in a session, by the claim or a recovery,
///   by a super admin's reset, or by showing it together with a token of a second organization. An
///   unproven password is one that only the admin of one organization could have set. The holder of
///   another organization's token may choose a new password in its place, if a person made the
///   token. Then the first organization keeps an unclaimed user, and the account starts over with
///   only the token's organization. So a token opens only its own organization, no matter who holds
///   it.
/// - **With the last membership** the account ends: the same commit removes the password, the
///   sessions, the resets and the super admin's rights. The last organization keeps the unclaimed
///   user, so a user who returns there is the same user.
/// - **A reset** of an account's password is made by people: by super admins, by the operator, and
///   by an admin of all organizations of the account. A reset by such an admin becomes invalid when
///   the account leaves one of these organizations, joins another one, or becomes a super admin's.
///   Credentials of machines can't make a reset.
/// - **A super admin** is an account, and at least one super admin who can log in always stays: see
///   ``SuperAdmins``.
public enum Accounts {
  /// How the holder of a token proved to own the account.
  public enum Proof: Sendable {
    /// By the account's password.
    case known
    case wrong
    /// By choosing a password. The value is its hash.
    case chosen(String)
  }

  /// What the holder of a token must show.
  public struct Challenge: Sendable {
    /// The attempt that the account's password must match; nil where there is no account, so that
    /// the holder chooses a password.
    public let attempt: Logins.Attempt?
    /// Whether a password that doesn't match replaces the account's password.
    public let isReplaceable: Bool
    /// The address of the holder; empty on this machine.
    let peer: String

    /// Returns the challenge to choose a password.
    static func choice(from peer: String) -> Challenge {
      Challenge(attempt: nil, isReplaceable: false, peer: peer)
    }
  }

  /// Returns what the holder of a token must show to join with an address.
  ///
  /// - Parameters:
  ///   - isPersonal: Whether a person made the token.
  ///   - peer: The address of the holder; empty on this machine.
  static func challenge(
    _ address: MailAddress, isPersonal: Bool, from peer: String, keys: AuthKeys,
    in tx: inout WriteTransaction
  ) throws -> Challenge {
    guard let account = try Users.account(of: address, in: tx)?.record,
      try Passwords.hash(of: account.id, in: tx) != nil
    else { return .choice(from: peer) }
    let attempt = try Logins.admit(email: address.text, from: peer, keys: keys, in: &tx)
    return Challenge(
      attempt: attempt, isReplaceable: try isPersonal && isReplaceable(account, in: tx),
      peer: peer)
  }

  /// Returns whether the holder of a token must show the password of an account to join with an
  /// address. Otherwise the holder chooses a password.
  static func requiresPassword(
    _ address: MailAddress, isPersonal: Bool, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Bool {
    guard let account = try Users.account(of: address, in: tx)?.record,
      try Passwords.hash(of: account.id, in: tx) != nil
    else { return false }
    return try !isPersonal || !isReplaceable(account, in: tx)
  }

  /// Returns whether only one organization's admin vouches for an account.
  static func isReplaceable(
    _ account: UserRecord, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Bool {
    let password = try AdminSchema.passwords.get(account.id, in: tx)?.record
    guard let password, !password.isProven, !account.isSuperAdmin else { return false }
    return try Users.organizations(of: account.id, in: tx).count < 2
  }
}
