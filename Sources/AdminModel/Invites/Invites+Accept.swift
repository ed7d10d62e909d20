internal import AdminProtos
internal import Store

extension Invites {
  /// Returns the invite that a token stands for, if it can still be accepted.
  static func pending(
    tokenHash: [UInt8], in tx: borrowing some Transaction & ~Copyable
  ) throws -> InviteRecord {
    let found = try AdminSchema.invites.first(
      AdminSchema.invitesByToken, at: [.bytes(tokenHash)], in: tx)
    guard let invite = found?.record else { throw unknownToken }
    try invite.requirePending(at: tx.now)
    return invite
  }

  /// Makes an account that joins with a pending invite a member, once.
  static func accept(
    _ invite: Invite, as account: Stored<UserRecord>, isNew: Bool,
    in tx: inout WriteTransaction
  ) throws -> AcceptInviteResponse {
    _ = try Members.insert(
      account.record, role: invite.role, into: invite.organizationId, in: &tx)
    let now = tx.now
    try AdminSchema.invites.update(invite.id, action: "invite.accepted", in: &tx) { record in
      record.invite.acceptedAt = now
    }
    return AcceptInviteResponse(
      userId: account.record.id, organizationId: invite.organizationId, role: invite.role,
      created: isNew)
  }

  static let unknownToken = AdminError.refused(
    reason: "INVITE_TOKEN_UNKNOWN",
    message: "This invite token is unknown. Check that it was copied completely, or ask for "
      + "another invite.")
}
