public import AdminProtos
internal import GoogleProtos
internal import IPCProtos
public import Store

/// The operations on invites, as functions of a transaction.
public enum Invites {
  /// The prefix of the tokens with which invites are accepted.
  public static let tokenPrefix = "stw-invite-"

  /// How long an invite can be accepted. (Admin API, invites.)
  static let lifetime = Duration.seconds(21 * 24 * 60 * 60)

  /// Invites a person who is neither a member nor invited already.
  ///
  /// - Parameter tokenHash: The keyed hash of the token with which the invite can be accepted.
  public static func create(
    _ request: CreateInviteRequest, tokenHash: [UInt8], by access: Access,
    in tx: inout WriteTransaction
  ) throws -> Invite {
    let organization = request.organizationId
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    let address = violations.checkAddress(request.email)
    violations.checkRole(request.role, of: Role.ofOrganizations)
    try violations.check()

    try Members.requireOrganization(organization, .manageInvites, by: access, in: tx)
    try Members.refuseMember(address, of: organization, in: tx)
    try refusePending(to: address, of: organization, in: tx)
    let invite = Invite(
      id: try tx.newID(of: .invite), organizationId: organization, email: address.text,
      role: request.role, invitedAt: tx.now, expiresAt: tx.now.adding(lifetime))
    let stored = try AdminSchema.invites.insert(
      InviteRecord(
        resource: invite, tokenHash: tokenHash, createdByType: access.principal.kind.actorWord),
      in: &tx)
    return shown(stored, at: tx.now)
  }

  /// Returns one invite, whatever its status.
  public static func get(
    _ id: String, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Invite {
    shown(try find(id, for: .readInvites, by: access, in: tx), at: tx.now)
  }

  /// Withdraws an invite that is pending.
  ///
  /// - Parameter etag: The etag that it must still have; empty for any.
  public static func delete(
    _ id: String, ifMatch etag: String, by access: Access, in tx: inout WriteTransaction
  ) throws -> Invite {
    _ = try find(id, for: .manageInvites, by: access, in: tx)
    return shown(try withdraw(id, ifMatch: etag, in: &tx), at: tx.now)
  }

  /// Returns the invite as callers see it, with its status at a time.
  static func shown(_ stored: Stored<InviteRecord>, at now: GoogleTimestamp) -> Invite {
    var invite = stored.record.invite.shown(stored.etag)
    invite.status = InviteStatus(of: stored.record, at: now).rawValue
    return invite
  }

  /// Withdraws the pending invite of an address to an organization, if there is one. The invitee
  /// has become a member by other means.
  static func withdrawPending(
    to address: MailAddress, of organization: String, in tx: inout WriteTransaction
  ) throws {
    guard let invite = try pending(to: address, of: organization, in: tx) else { return }
    _ = try withdraw(invite.id, ifMatch: "", in: &tx)
  }

  private static func withdraw(
    _ id: String, ifMatch etag: String, in tx: inout WriteTransaction
  ) throws -> Stored<InviteRecord> {
    let now = tx.now
    return try AdminSchema.invites.update(
      id, ifMatch: etag, action: "invite.deleted", in: &tx
    ) { record in
      try record.requirePending(at: now)
      record.deletedAt = now
    }
  }

  static func find(
    _ id: String, for permission: Permission, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> Stored<InviteRecord> {
    var violations = Violations()
    violations.checkID(id, of: .invite)
    try violations.check()
    let invite = try AdminSchema.invites.require(id, in: tx)
    try access.require(
      permission, at: .organization(invite.record.invite.organizationId), of: "invite", id)
    return invite
  }

  private static func refusePending(
    to address: MailAddress, of organization: String, in tx: borrowing WriteTransaction
  ) throws {
    guard let invite = try pending(to: address, of: organization, in: tx) else { return }
    throw AdminError.exists(
      reason: "INVITE_ALREADY_EXISTS",
      message: "\(invite.email) is already invited to organization \(organization): invite "
        + "\(invite.id) is pending. For a new token, renew it: steward invites renew \(invite.id)")
  }

  /// Returns the invite of an address to an organization that can still be accepted, if there is
  /// one.
  static func pending(
    to address: MailAddress, of organization: String,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> Invite? {
    try all(.pending, to: address, of: organization, in: tx).first
  }

  /// Returns the invites with which an address has joined an organization, oldest first.
  static func accepted(
    by address: MailAddress, of organization: String,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> [Invite] {
    try all(.accepted, to: address, of: organization, in: tx)
  }

  static func all(
    _ status: InviteStatus, to address: MailAddress, of organization: String,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> [Invite] {
    let now = tx.now
    var found: [Invite] = []
    try AdminSchema.invites.forEach(
      of: AdminSchema.invitesByAddress, at: IndexKey(organization, address.untagged), in: tx
    ) { stored in
      let invite = stored.record.invite
      let isMeant = MailAddress(invite.email) == address
      if isMeant && InviteStatus(of: stored.record, at: now) == status { found.append(invite) }
      return true
    }
    return found
  }
}
