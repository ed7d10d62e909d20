public import AdminProtos
internal import IPCProtos
public import Store

/// The suspension of members. A suspended member stays a member, with the role, the workspaces and
/// the keys, and none of them has any effect until the member is resumed.
///
/// No other change resumes a member: not an invite, and not a new password. The suspension only
/// ends with the membership.
extension Members {
  /// Suspends a member. Their keys stop working in the same commit, and with the last membership
  /// that isn't suspended, their sessions end. Admin keys that the member created keep working,
  /// since they belong to the organization. A member who is suspended already keeps the first time.
  ///
  /// To see what would stop, call it in a dry run.
  public static func suspend(
    _ request: SuspendUserRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> SuspendUserResponse {
    let (id, organization) = (request.id, request.organizationId)
    let member = try findNamed(id, organization, by: access, in: tx)
    try member.requireMatch(request.ifMatch)
    try refuseOneself(member, by: access)
    try refuseSuspending(superAdmin: member, by: access)
    try requireAnotherAdmin(than: member, in: tx)

    let now = tx.now
    let membership = try AdminSchema.memberships.update(
      AdminSchema.membershipKey(organization, id), action: "member.suspended", in: &tx
    ) { record in
      guard record.suspendedAt == nil else { return }
      record.suspendedAt = now
      record.updatedAt = now
    }
    let stopped = try Keys.mark(keysOf: id, of: organization, suspended: true, in: &tx)
    let ended = try Sessions.endIfSuspended(id, in: &tx)
    return SuspendUserResponse(
      user: try self.member(membership, in: tx).resource(in: tx),
      stoppedKeys: UInt32(clamping: stopped), endedSessions: UInt32(clamping: ended),
      dryRun: request.dryRun)
  }

  /// Gives a suspended member the rights and the keys back. A member who isn't suspended stays the
  /// same.
  public static func resume(
    _ request: ResumeUserRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> User {
    let (id, organization) = (request.id, request.organizationId)
    let member = try findNamed(id, organization, by: access, in: tx)
    try member.requireMatch(request.ifMatch)

    let now = tx.now
    let membership = try AdminSchema.memberships.update(
      AdminSchema.membershipKey(organization, id), action: "member.resumed", in: &tx
    ) { record in
      guard record.suspendedAt != nil else { return }
      record.suspendedAt = nil
      record.updatedAt = now
    }
    _ = try Keys.mark(keysOf: id, of: organization, suspended: false, in: &tx)
    return try self.member(membership, in: tx).resource(in: tx)
  }

  private static func findNamed(
    _ id: String, _ organization: String, by access: Access, in tx: borrowing WriteTransaction
  ) throws -> Member {
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    violations.checkID(id, of: .user)
    try violations.check()
    return try find(id, of: organization, for: .manageUsers, by: access, in: tx)
  }

  /// Throws if the caller is the member. Only others could resume them.
  private static func refuseOneself(_ member: Member, by access: Access) throws {
    guard access.user == member.user.id else { return }
    let (id, organization) = (member.user.id, member.membership.organizationId)
    throw AdminError.refused(
      reason: "OWN_MEMBERSHIP",
      message: "User \(id) is you, and you can't suspend yourself. Ask another admin, or leave the "
        + "organization: steward users leave --org \(organization)")
  }

  /// Throws if the member is a super admin and the caller may not manage super admins. The rights
  /// of a super admin hold in every organization, so a suspension alone wouldn't take them.
  private static func refuseSuspending(superAdmin member: Member, by access: Access) throws {
    guard member.user.isSuperAdmin, !access.allows(.manageSuperAdmins, at: .installation) else {
      return
    }
    throw AdminError.denied(
      message: "User \(member.user.id) is a super admin, who has every right in organization "
        + "\(member.membership.organizationId), suspended or not. Ask a super admin to end these "
        + "rights or to suspend the user.")
  }
}
