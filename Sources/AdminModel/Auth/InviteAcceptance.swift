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
  ///
  /// - Parameter newSession: The session to begin for the invitee; nil for none.
  public static func accept(
    _ invitee: Invitee, name: String, proof: Accounts.Proof, newSession: NewSession? = nil,
    keys: AuthKeys, in tx: inout WriteTransaction
  ) throws -> AcceptInviteResponse {
    let invite = try Invites.pending(tokenHash: invitee.tokenHash, in: tx).invite
    let joining = Joining(
      address: MailAddress(invite.email), name: name, organization: invite.organizationId,
      challenge: invitee.challenge, isProof: true)
    let (account, isNew) = try Accounts.holder(joining, proof, keys: keys, in: &tx)
    var response = try Invites.accept(invite, as: account, isNew: isNew, in: &tx)
    response.session = try newSession.map {
      try Sessions.begin($0, of: account.record.id, keys, in: &tx)
    }
    return response
  }

  /// Returns what the invite of a token offers, or throws why it can't be accepted.
  public static func inspect(
    _ token: String, keys: AuthKeys, in tx: borrowing some Transaction & ~Copyable
  ) throws -> InspectedInvite {
    let record = try Invites.pending(tokenHash: keys.inviteHash(of: token), in: tx)
    let invite = record.invite
    let organization = try AdminSchema.organizations.require(invite.organizationId, in: tx).record
    return InspectedInvite(
      organizationId: organization.id, organizationName: organization.name, email: invite.email,
      role: invite.role, expiresAt: invite.expiresAt,
      hasAccount: try Accounts.requiresPassword(
        MailAddress(invite.email), isPersonal: record.isPersonal, in: tx))
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
