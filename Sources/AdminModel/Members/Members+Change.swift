public import AdminProtos
public import Store

extension Members {
  /// Changes the fields that the request sets. Roles that a member was given in workspaces stay.
  /// Roles that followed from the organization's role end with it.
  public static func update(
    _ request: UpdateUserRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> User {
    let (id, organization) = (request.id, request.organizationId)
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    violations.checkID(id, of: .user)
    request.check(into: &violations)
    try violations.check()

    let member = try find(id, of: organization, for: .manageUsers, by: access, in: tx)
    try member.requireMatch(request.ifMatch)
    if request.spareAdmins { try member.refuseAdmin(becoming: request.role) }
    if let role = request.role, role != member.membership.role {
      try requireAnotherAdmin(than: member, in: tx)
    }
    let user = try Users.apply(request, by: access, in: &tx)
    let membership = try give(request.role, to: member, in: &tx)
    return try Member(user, membership).resource(in: tx)
  }

  private static func give(
    _ role: String?, to member: Member, in tx: inout WriteTransaction
  ) throws -> Stored<MembershipRecord> {
    let now = tx.now
    let (organization, user) = (member.membership.organizationId, member.user.id)
    let key = AdminSchema.membershipKey(organization, user)
    let membership = try AdminSchema.memberships.update(key, in: &tx) { record in
      guard let role, role != record.role else { return }
      record.role = role
      record.updatedAt = now
    }
    try WorkspaceMembers.rank(membership.record, in: &tx)
    return membership
  }

  /// Throws if a change would take the role from an organization's last admin. Suspended admins
  /// don't count, since they can't do anything.
  static func requireAnotherAdmin(
    than member: Member, in tx: borrowing WriteTransaction
  ) throws {
    let (organization, admin) = (member.membership.organizationId, Role.admin.rawValue)
    guard member.membership.role == admin, member.membership.suspendedAt == nil else { return }
    let count = try AdminSchema.memberships.count(
      AdminSchema.membersByRole, at: IndexKey(organization, admin), in: tx)
    guard count < 2 else { return }
    throw AdminError.refused(
      reason: "LAST_ADMIN",
      message: "User \(member.user.id) is the last admin of organization \(organization). Make "
        + "another member an admin first, or resume an admin who is suspended.")
  }
}
