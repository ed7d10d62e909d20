internal import AdminProtos
internal import GoogleProtos

/// The status of an invite. It is never stored: it follows from the record and the time.
public enum InviteStatus: String, CaseIterable, Sendable {
  case pending
  case accepted
  case expired
  case deleted

  /// Determines the status of an invite at a time.
  init(of record: InviteRecord, at now: GoogleTimestamp) {
    let invite = record.invite
    self =
      if record.deletedAt != nil {
        .deleted
      } else if invite.acceptedAt != nil {
        .accepted
      } else if (invite.expiresAt?.microseconds ?? 0) <= now.microseconds {
        .expired
      } else {
        .pending
      }
  }

  /// The statuses that lists show.
  static let listed: [InviteStatus] = [.pending, .accepted, .expired]
}

extension InviteRecord {
  /// The invite as it is stored, without its status.
  var invite: Invite {
    get { resource ?? Invite() }
    set { resource = newValue }
  }

  /// Throws the reason why the invite is no longer pending, if it isn't.
  func requirePending(at now: GoogleTimestamp) throws {
    let (id, email) = (invite.id, invite.email)
    switch InviteStatus(of: self, at: now) {
    case .pending: return
    case .accepted:
      throw AdminError.refused(
        reason: "INVITE_ACCEPTED",
        message: "Invite \(id) was already accepted. An invite works only once.")
    case .expired:
      throw AdminError.refused(
        reason: "INVITE_EXPIRED",
        message: "Invite \(id) has expired. Invite \(email) again.")
    case .deleted:
      throw AdminError.refused(
        reason: "INVITE_DELETED",
        message: "Invite \(id) was withdrawn. Invite \(email) again if that was a mistake.")
    }
  }
}
