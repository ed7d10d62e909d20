internal import AdminProtos
internal import Store

/// The life of an identity.
///
/// A mail address names a person, but nothing here can prove whose address it is: an admin who
/// makes a token has seen it. So every organization relies on its own tokens alone, and nothing
/// that one organization does reaches into another.
///
/// - **An unclaimed user** belongs to the one organization that added the address.
///   ``Members/add(_:by:in:)``, and with it `Users/Add`, a manifest's member and an invite that is
///   yet to be accepted, never look at what other organizations know: the same address gives
///   another user, with another id, and the name that the admin typed. It has roles, workspaces and
///   keys, but no password, so no one can act by them yet.
/// - **The account** of an address is the user who logs in by it; there is one at most. An account
///   comes to be by the claim of the installation, by a recovery, or by joining.
/// - **Joining** an organization takes a token of that very organization: an invite's, or one that
///   a person made with ``PasswordResets`` for an unclaimed user. Where the address has no account,
///   the holder chooses a password, and the unclaimed user becomes the account. Where it has one,
///   the holder shows its password, and the account takes the place of the unclaimed user. A
///   session alone joins nothing.
/// - **A password is proven** by an invite, by a change in a session, by the claim or a recovery,
///   by a super admin's reset, or by showing it beside a token of a second organization. What
///   remains is a password that only the admin of one organization could have set. The holder of
///   another organization's token, if a person made the token, may choose a password in its place:
///   then that one organization keeps an unclaimed user, and the account starts over with the
///   token's organization alone. So a token opens no organization but its own, whoever holds it.
/// - **With the last membership** the account ends: password, sessions, resets and the super
///   admin's rights go in the same commit. The last organization keeps the unclaimed user, so who
///   comes back there is the same user.
/// - **A reset** of an account's password is made by people: by super admins and the operator, and
///   by an admin of all organizations of the account. The latter loses force when the account
///   leaves one of these, joins another one, or becomes a super admin's. Credentials of machines
///   make none.
/// - **A super admin** is an account, and one who can log in always stays: see ``SuperAdmins``.
public enum Accounts {
  /// How the holder of a token showed whose account it is.
  public enum Proof: Sendable {
    /// By the account's password.
    case known
    case wrong
    /// By choosing a password, of which this is the hash.
    case chosen(String)
  }

  /// What the holder of a token is to show.
  public struct Challenge: Sendable {
    /// The account's password is to match; nil where there is no account, so that a password is
    /// chosen.
    public let attempt: Logins.Attempt?
    /// Whether a password that doesn't match is chosen in the place of the account's.
    public let isReplaceable: Bool
    /// Where the holder is; empty on this machine.
    let peer: String

    /// Chooses a password.
    static func choice(from peer: String) -> Challenge {
      Challenge(attempt: nil, isReplaceable: false, peer: peer)
    }
  }

  /// Returns what the holder of a token is to show to join by an address.
  ///
  /// - Parameters:
  ///   - isPersonal: Whether a person made the token.
  ///   - peer: Where its holder is; empty on this machine.
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

  /// Whether all that speaks for an account is the word of one organization's admin.
  static func isReplaceable(
    _ account: UserRecord, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Bool {
    let password = try AdminSchema.passwords.get(account.id, in: tx)?.record
    guard let password, !password.isProven, !account.isSuperAdmin else { return false }
    return try Users.organizations(of: account.id, in: tx).count < 2
  }
}
