public import AdminProtos
internal import IPCProtos
public import Store

extension Members {
  /// Ends a membership. The user's memberships in the organization's workspaces end with it, and so
  /// does the use of their keys there. The user stays known, so a user who returns is the same
  /// user. The last membership also ends what `left(_:_:in:)` describes, so only a super admin
  /// may end that of a super admin.
  ///
  /// To see what would end and what would stay, call it in a dry run.
  @discardableResult
  public static func remove(
    _ request: RemoveUserRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> RemoveUserResponse {
    let (id, organization) = (request.id, request.organizationId)
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    violations.checkID(id, of: .user)
    request.checkHeir(into: &violations)
    try violations.check()

    let member = try find(id, of: organization, for: .manageUsers, by: access, in: tx)
    try member.requireMatch(request.ifMatch)
    try requireRights(over: request, by: access, in: tx)
    try requireAnotherMember(than: member, in: tx)
    if request.spareAdmins { try member.refuseAdmin() }
    try refuseSuperAdmin(member, by: access, in: tx)
    return try end(member, request, in: &tx)
  }

  /// Ends the caller's own membership, as ``remove(_:by:in:)`` does.
  public static func leave(
    _ request: LeaveRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> RemoveUserResponse {
    let organization = request.organizationId
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    try violations.check()
    guard access.principal.kind == .user else {
      throw AdminError.denied(message: "Only a user can leave. Log in, and call as yourself.")
    }
    let user = access.principal.id
    // A suspended member has no rights in the organization, not even to end what the suspension
    // keeps.
    guard access.isUser(user), let membership = try membership(of: user, in: organization, tx),
      membership.record.suspendedAt == nil
    else { throw StoreError.notFound("organization", organization) }
    let member = try member(membership, in: tx)
    try requireAnotherMember(than: member, in: tx)
    let removal = RemoveUserRequest(
      organizationId: organization, id: user, dryRun: request.dryRun)
    return try end(member, removal, in: &tx)
  }

  private static func end(
    _ member: Member, _ request: RemoveUserRequest, in tx: inout WriteTransaction
  ) throws -> RemoveUserResponse {
    try requireAnotherAdmin(than: member, in: tx)
    let (id, organization) = (request.id, request.organizationId)
    var response = RemoveUserResponse(
      request, keys: try Keys.leave(request, in: &tx) + AdminKeys.leave(request, in: &tx))
    response.workspaceIds = try WorkspaceMembers.leave(id, of: organization, in: &tx)
    try AdminSchema.memberships.delete(AdminSchema.membershipKey(organization, id), in: &tx)
    response.superAdminEnded = try left(id, organization, in: &tx)
    return response
  }

  /// Throws unless the caller may do with the keys what the request asks for.
  private static func requireRights(
    over request: RemoveUserRequest, by access: Access, in tx: borrowing WriteTransaction
  ) throws {
    let organization = request.organizationId
    let place = Scope.organization(organization)
    if !request.reassignKeysTo.isEmpty {
      try access.require(.updateKeys, at: place, of: "organization", organization)
      try Keys.requireMember(request.reassignKeysTo, of: organization, in: tx)
      try Keys.refuseSuspended(request.reassignKeysTo, of: organization, in: tx)
    }
    if request.archiveCreated {
      try access.require(.revokeKeys, at: place, of: "organization", organization)
      try access.require(.manageAdminKeys, at: place, of: "organization", organization)
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

extension RemoveUserRequest {
  fileprivate func checkHeir(into violations: inout Violations) {
    guard !reassignKeysTo.isEmpty else { return }
    violations.checkID(reassignKeysTo, of: .user, field: "reassign_keys_to")
    if reassignKeysTo == id {
      violations.add(
        "reassign_keys_to", "SAME_USER", "must be a member other than the one to remove")
    }
  }
}
