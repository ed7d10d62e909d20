public import AdminProtos
internal import IPCProtos
public import Store

extension Members {
  /// Changes the fields that the request sets. Roles that a member was given in workspaces stay.
  /// Roles that followed from the organization's role end with it.
  public static func update(
    _ request: UpdateUserRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> Member {
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
    return Member(user, membership)
  }

  /// Ends a membership. The user's memberships in the organization's workspaces end with it, and so
  /// does the use of their keys there. The user stays known, so a user who returns is the same
  /// user. The last membership also ends what `left(_:_:in:)` describes, so only a super admin
  /// may end that of a super admin.
  ///
  /// To see what would end and what would stay, call it in a dry run.
  ///
  /// - Parameters:
  ///   - etag: The etag that the member must still have; empty for any.
  ///   - leaving: What happens to the member's keys.
  ///   - sparingAdmins: Whether to throw instead of removing an admin.
  @discardableResult
  public static func remove(
    _ id: String, of organization: String, ifMatch etag: String, _ leaving: Leaving = Leaving(),
    sparingAdmins: Bool = false, by access: Access, in tx: inout WriteTransaction
  ) throws -> Removal {
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    violations.checkID(id, of: .user)
    leaving.check(of: id, into: &violations)
    try violations.check()

    let member = try find(id, of: organization, for: .manageUsers, by: access, in: tx)
    try member.requireMatch(etag)
    try require(leaving, of: organization, by: access, in: tx)
    try requireAnotherMember(than: member, in: tx)
    if sparingAdmins { try member.refuseAdmin() }
    try refuseSuperAdmin(member, by: access, in: tx)
    return try end(member, leaving, in: &tx)
  }

  /// Ends the caller's own membership, as ``remove(_:of:ifMatch:_:sparingAdmins:by:in:)`` does.
  public static func leave(
    _ organization: String, by access: Access, in tx: inout WriteTransaction
  ) throws -> Removal {
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    try violations.check()
    guard access.principal.kind == .user else {
      throw AdminError.denied(message: "Only a user can leave. Log in, and call as yourself.")
    }
    let user = access.principal.id
    guard access.isUser(user), let membership = try membership(of: user, in: organization, tx)
    else { throw StoreError.notFound("organization", organization) }
    let member = try member(membership, in: tx)
    try requireAnotherMember(than: member, in: tx)
    return try end(member, Leaving(), in: &tx)
  }

  private static func end(
    _ member: Member, _ leaving: Leaving, in tx: inout WriteTransaction
  ) throws -> Removal {
    try requireAnotherAdmin(than: member, in: tx)
    let (id, organization) = (member.user.id, member.membership.organizationId)
    let keys =
      try Keys.leave(id, of: organization, leaving, in: &tx)
      + AdminKeys.leave(id, of: organization, leaving, in: &tx)
    let workspaces = try WorkspaceMembers.leave(id, of: organization, in: &tx)
    try AdminSchema.memberships.delete(AdminSchema.membershipKey(organization, id), in: &tx)
    return Removal(
      keys: keys, workspaces: workspaces,
      endedSuperAdmin: try left(id, organization, in: &tx))
  }

  /// Throws unless the caller may do with the keys what `leaving` asks for.
  private static func require(
    _ leaving: Leaving, of organization: String, by access: Access,
    in tx: borrowing WriteTransaction
  ) throws {
    let place = Scope.organization(organization)
    if !leaving.heir.isEmpty {
      try access.require(.updateKeys, at: place, of: "organization", organization)
      try Keys.requireMember(leaving.heir, of: organization, in: tx)
    }
    if leaving.archivesCreated {
      try access.require(.revokeKeys, at: place, of: "organization", organization)
      try access.require(.manageAdminKeys, at: place, of: "organization", organization)
    }
  }

  private static func give(
    _ role: String?, to member: Member, in tx: inout WriteTransaction
  ) throws -> Stored<MembershipRecord> {
    let now = tx.now
    let key = AdminSchema.membershipKey(member.membership.organizationId, member.user.id)
    return try AdminSchema.memberships.update(key, in: &tx) { record in
      guard let role, role != record.role else { return }
      record.role = role
      record.updatedAt = now
    }
  }

  /// Throws if the removal would end a super admin's rights and the caller may not manage super
  /// admins. An organization's admin must not take rights that they can't give.
  private static func refuseSuperAdmin(
    _ member: Member, by access: Access, in tx: borrowing WriteTransaction
  ) throws {
    let (user, organization) = (member.user, member.membership.organizationId)
    guard user.isSuperAdmin, !access.allows(.manageSuperAdmins, at: .installation),
      try Users.organizations(of: user.id, in: tx) == [organization]
    else { return }
    throw AdminError.denied(
      message: "User \(user.id) is a super admin and would lose those rights with this membership. "
        + "Ask a super admin to remove the user.")
  }

  /// Throws if a change would take the role from an organization's last admin.
  private static func requireAnotherAdmin(
    than member: Member, in tx: borrowing WriteTransaction
  ) throws {
    let (organization, admin) = (member.membership.organizationId, Role.admin.rawValue)
    guard member.membership.role == admin else { return }
    let count = try AdminSchema.memberships.count(
      AdminSchema.membersByRole, at: IndexKey(organization, admin), in: tx)
    guard count < 2 else { return }
    throw AdminError.refused(
      reason: "LAST_ADMIN",
      message: "User \(member.user.id) is the last admin of organization \(organization). Make "
        + "another member an admin first.")
  }

  private static func requireAnotherMember(
    than member: Member, in tx: borrowing WriteTransaction
  ) throws {
    let organization = member.membership.organizationId
    guard try Organizations.memberCount(of: organization, in: tx) < 2 else { return }
    throw AdminError.refused(
      reason: "LAST_MEMBER",
      message: "User \(member.user.id) is the only member of organization \(organization). Add "
        + "another member first, or delete the organization.")
  }
}
