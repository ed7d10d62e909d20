public import AdminProtos
internal import IPCProtos
public import Store

/// The acceptance of invites, in two steps of one transaction each. The password is hashed or
/// compared between them.
public enum InviteAcceptance {
  /// A caller who holds an invite's token.
  public struct Invitee: Sendable {
    let tokenHash: [UInt8]
    /// What the caller must show.
    public let challenge: Accounts.Challenge
    /// The owner of the password, if one is chosen.
    public let owner: PasswordOwner
  }

  /// Admits a caller who holds the token, or throws what is wrong.
  /// ``accept(_:name:proof:keys:in:)`` checks that the invite can still be accepted, since a
  /// repeated call has accepted it already.
  public static func admit(
    token: String, name: String, password: String, from peer: String, keys: AuthKeys,
    in tx: inout WriteTransaction
  ) throws -> Invitee {
    let hash = keys.inviteHash(of: token)
    let found = try AdminSchema.invites.first(
      AdminSchema.invitesByToken, at: [.bytes(hash)], in: tx)
    let record = try found?.record ?? Invites.pending(tokenHash: hash, in: tx)
    let invite = record.invite
    let address = MailAddress(invite.email)
    let challenge = try Accounts.challenge(
      address, isPersonal: record.isPersonal, from: peer, keys: keys, in: &tx)
    let owner = try PasswordOwner(name: name, invitedBy: invite, in: tx)
    if challenge.attempt == nil {
      var violations = Violations()
      if try isNew(address, in: invite.organizationId, tx) {
        violations.checkName(name, limit: Users.nameLimit)
      }
      Passwords.check(password, for: owner, into: &violations)
      try violations.check()
    }
    return Invitee(tokenHash: hash, challenge: challenge, owner: owner)
  }

  /// Makes the invitee a member, once.
  public static func accept(
    _ invitee: Invitee, name: String, proof: Accounts.Proof, keys: AuthKeys,
    in tx: inout WriteTransaction
  ) throws -> AcceptInviteResponse {
    let invite = try Invites.pending(tokenHash: invitee.tokenHash, in: tx).invite
    let joining = Joining(
      address: MailAddress(invite.email), name: name, organization: invite.organizationId,
      challenge: invitee.challenge, isProof: true)
    let (account, isNew) = try Accounts.holder(joining, proof, keys: keys, in: &tx)
    return try Invites.accept(invite, as: account, isNew: isNew, in: &tx)
  }

  private static func isNew(
    _ address: MailAddress, in organization: String, _ tx: borrowing WriteTransaction
  ) throws -> Bool {
    try Users.account(of: address, in: tx) == nil
      && Users.unclaimed(address, in: organization, tx) == nil
  }
}

extension InviteRecord {
  /// Whether a person made the invite. The token of a machine's invite replaces no person's
  /// password.
  fileprivate var isPersonal: Bool {
    [IPCPrincipal.Kind.user, .operator, .host].map(\.actorWord).contains(createdByType)
  }
}
