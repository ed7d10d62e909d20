internal import AdminProtos
internal import Store

/// A request to join an organization with a token.
struct Joining {
  let address: MailAddress
  /// The name for a new account.
  let name: String
  /// The token's organization.
  let organization: String
  let challenge: Accounts.Challenge
  /// Whether choosing a password with the token proves that password.
  let isProof: Bool
}

extension Accounts {
  /// Returns the account that the holder of a token has proved to own. It replaces the unclaimed
  /// user that the organization may have for the address.
  static func holder(
    _ joining: Joining, _ proof: Proof, keys: AuthKeys, in tx: inout WriteTransaction
  ) throws -> (account: Stored<UserRecord>, isNew: Bool) {
    let (account, isNew) =
      switch proof {
      case .wrong: throw AdminError.loginFailed
      case .known: (try known(joining, in: &tx), false)
      case .chosen(let hash): try chosen(hash, joining, keys, in: &tx)
      }
    if let unclaimed = try Users.unclaimed(joining.address, in: joining.organization, tx) {
      try absorb(unclaimed.record, into: account.record, in: &tx)
    }
    return (try AdminSchema.users.require(account.record.id, in: tx), isNew)
  }

  private static func known(
    _ joining: Joining, in tx: inout WriteTransaction
  ) throws -> Stored<UserRecord> {
    guard let attempt = joining.challenge.attempt else { throw AdminError.loginFailed }
    let account = try Logins.confirm(attempt, in: &tx)
    try Passwords.prove(of: account.id, in: &tx)
    return try AdminSchema.users.require(account.id, in: tx)
  }

  private static func chosen(
    _ hash: String, _ joining: Joining, _ keys: AuthKeys, in tx: inout WriteTransaction
  ) throws -> (account: Stored<UserRecord>, isNew: Bool) {
    try vacate(joining, in: &tx)
    let claimed = try claim(joining, in: &tx)
    try Passwords.set(hash, of: claimed.account.record.id, isProven: joining.isProof, in: &tx)
    try Logins.forgive(
      claimed.account.record, from: joining.challenge.peer, keys, in: &tx)
    return claimed
  }

  /// Makes room for a new account of the address. Throws if the address has an account that stays.
  private static func vacate(_ joining: Joining, in tx: inout WriteTransaction) throws {
    guard let account = try Users.account(of: joining.address, in: tx)?.record else { return }
    let organizations = try Users.organizations(of: account.id, in: tx)
    guard let password = try Passwords.hash(of: account.id, in: tx) else {
      guard organizations.isEmpty, !account.isSuperAdmin else {
        throw AdminError.noPasswordYet(account.id)
      }
      return
    }
    guard joining.challenge.isReplaceable, joining.challenge.attempt?.passwordHash == password,
      try isReplaceable(account, in: tx)
    else { throw AdminError.loginFailed }
    _ = try end(account.id, keptIn: organizations.first ?? "", in: &tx)
  }

  private static func claim(
    _ joining: Joining, in tx: inout WriteTransaction
  ) throws -> (account: Stored<UserRecord>, isNew: Bool) {
    let (address, now) = (joining.address, tx.now)
    if let account = try Users.account(of: address, in: tx) { return (account, false) }
    guard let user = try Users.unclaimed(address, in: joining.organization, tx) else {
      return (try Users.create(address, name: joining.name, in: &tx), true)
    }
    let account = try AdminSchema.users.update(
      user.record.id, action: "user.claimed", in: &tx
    ) { record in
      record.unclaimedIn = ""
      record.updatedAt = now
    }
    return (account, false)
  }
}
