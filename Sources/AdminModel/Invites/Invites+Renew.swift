public import AdminProtos
internal import GoogleProtos
internal import IPCProtos
public import Store

extension Invites {
  /// Gives an invite that is pending or expired a new token and a new time to expire. The former
  /// token no longer works.
  ///
  /// The renewal is like another invite of the same address: it is refused where that would be, and
  /// the caller now vouches for the invitee.
  ///
  /// - Parameter tokenHash: The keyed hash of the new token.
  public static func renew(
    _ request: RenewInviteRequest, tokenHash: [UInt8], by access: Access,
    in tx: inout WriteTransaction
  ) throws -> Invite {
    let found = try find(request.id, for: .manageInvites, by: access, in: tx).record
    let (address, organization) = (MailAddress(found.invite.email), found.invite.organizationId)
    let (now, creator) = (tx.now, access.principal.kind.actorWord)
    let renewed = try AdminSchema.invites.update(
      request.id, ifMatch: request.ifMatch, action: "invite.renewed", in: &tx
    ) { record in
      try record.requireRenewable(at: now)
      record.invite.expiresAt = now.adding(lifetime)
      record.tokenHash = tokenHash
      record.createdByType = creator
    }
    try Members.refuseMember(address, of: organization, in: tx)
    try refuseSuccessor(of: renewed.record.invite, to: address, in: tx)
    return shown(renewed, at: now)
  }

  /// Throws if the address was invited again after the invite had expired.
  private static func refuseSuccessor(
    of invite: Invite, to address: MailAddress, in tx: borrowing WriteTransaction
  ) throws {
    let others = try all(.pending, to: address, of: invite.organizationId, in: tx)
      .filter { $0.id != invite.id }
    guard let other = others.first else { return }
    throw AdminError.exists(
      reason: "INVITE_ALREADY_EXISTS",
      message: "Invite \(invite.id) can't be renewed, because \(invite.email) was invited again: "
        + "invite \(other.id) is pending. Renew that one: steward invites renew \(other.id)")
  }
}

extension InviteRecord {
  /// Throws if the invite was accepted or withdrawn.
  fileprivate func requireRenewable(at now: GoogleTimestamp) throws {
    let problem: (reason: String, text: String)
    switch InviteStatus(of: self, at: now) {
    case .pending, .expired: return
    case .accepted: problem = ("INVITE_ACCEPTED", "was already accepted")
    case .deleted: problem = ("INVITE_DELETED", "was withdrawn")
    }
    throw AdminError.refused(
      reason: problem.reason,
      message: "Invite \(invite.id) \(problem.text), so it can't be renewed. To invite "
        + "\(invite.email) again: steward users invite \(invite.email) --org "
        + "\(invite.organizationId)")
  }
}
