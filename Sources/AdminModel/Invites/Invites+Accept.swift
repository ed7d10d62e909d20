public import StewardProtos
public import Store

extension Invites {
  /// What came of an invite that was accepted.
  public struct Acceptance: Hashable, Sendable {
    public let member: Member
    /// Whether nobody was known by the invite's address before.
    public let isNewUser: Bool
  }

  /// Returns the invite that a token stands for, if it can still be accepted.
  public static func pending(
    tokenHash: [UInt8], in tx: borrowing some Transaction & ~Copyable
  ) throws -> InviteRecord {
    let found = try AdminSchema.invites.first(
      AdminSchema.invitesByToken, at: [.bytes(tokenHash)], in: tx)
    guard let invite = found?.record else { throw unknownToken }
    try invite.requirePending(at: tx.now)
    return invite
  }

  /// Makes a member of whom a token's invite is for, once. Who may, the token says.
  ///
  /// - Parameters:
  ///   - tokenHash: The keyed hash of the token.
  ///   - name: Of somebody who is not known by the invite's address yet.
  public static func accept(
    tokenHash: [UInt8], name: String, in tx: inout WriteTransaction
  ) throws -> Acceptance {
    let invite = try pending(tokenHash: tokenHash, in: tx)
    let (user, isNew) = try Users.ensure(MailAddress(invite.email), name: name, in: &tx)
    let membership = try Members.insert(
      user.record, role: invite.role, into: invite.organizationId, in: &tx)
    let now = tx.now
    try AdminSchema.invites.update(invite.id, action: "invite.accepted", in: &tx) { record in
      record.acceptedAt = now
    }
    return Acceptance(member: Member(user, membership), isNewUser: isNew)
  }

  private static let unknownToken = AdminError.refused(
    reason: "INVITE_TOKEN_UNKNOWN",
    message: "No invite has this token. Check that it was copied whole, or ask for another invite.")
}
