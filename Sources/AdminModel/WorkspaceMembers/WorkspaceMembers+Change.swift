public import AdminProtos
public import Store

extension WorkspaceMembers {
  /// The roles that an explicit member may be added with.
  private static let givenRoles = Role.ofWorkspaces.filter { $0 != .workspaceBilling }

  /// Adds a member of the organization to a workspace.
  public static func add(
    _ request: AddWorkspaceMemberRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> WorkspaceMember {
    let (user, workspace) = (request.userId, request.workspaceId)
    let role = request.workspaceRole
    try check(user, workspace, role: role, of: givenRoles)
    let place = try findOpen(workspace, by: access, in: tx)
    guard let membership = try Members.membership(of: user, in: place.organizationId, tx) else {
      throw stranger(user, to: place)
    }
    let inherited = InheritedRole(ofOrganizationRole: membership.record.role)
    try requireRoom(for: role, besides: inherited, of: user)
    if let present = try explicit(user, in: workspace, tx) { throw alreadyThere(present.record) }
    try insert(user, role: role, into: place, in: &tx)
    return try find(user, in: place, tx).resource
  }

  /// Changes the role of a member of a workspace. For a billing user who was given another role,
  /// "workspace_billing" restores the inherited role.
  public static func update(
    _ request: UpdateWorkspaceMemberRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> WorkspaceMember {
    let (user, workspace) = (request.userId, request.workspaceId)
    let role = request.workspaceRole
    try check(user, workspace, role: role, of: Role.ofWorkspaces)
    let place = try findOpen(workspace, by: access, in: tx)
    let member = try find(user, in: place, tx)
    try member.requireMatch(request.ifMatch)
    guard role != member.resource.workspaceRole else { return member.resource }
    try change(member, to: role, in: place, &tx)
    return try find(user, in: place, tx).resource
  }

  /// Removes a member from a workspace. They stay in the organization.
  @discardableResult
  public static func remove(
    _ request: RemoveWorkspaceMemberRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> RemoveWorkspaceMemberResponse {
    let (user, workspace) = (request.userId, request.workspaceId)
    try check(user, workspace)
    let place = try findOpen(workspace, by: access, in: tx)
    let member = try find(user, in: place, tx)
    try member.requireMatch(request.ifMatch)
    // An explicit member who has become an admin of the organization since is still removed. The
    // removal takes effect when they are no longer an admin.
    guard try explicit(user, in: workspace, tx) != nil else {
      throw inherits(user, member.inherited)
    }
    try AdminSchema.workspaceMembers.delete(
      AdminSchema.workspaceMemberKey(workspace, user), in: &tx)
    return RemoveWorkspaceMemberResponse(
      type: "workspace_member_deleted", userId: user, workspaceId: workspace)
  }

  /// Marks the explicit memberships of a user that the role in the organization makes an admin of
  /// every workspace, or takes the marks back.
  static func rank(_ membership: MembershipRecord, in tx: inout WriteTransaction) throws {
    let isOutranked = InheritedRole(ofOrganizationRole: membership.role) == .admin
    let (user, organization) = (membership.userId, membership.organizationId)
    for workspace in try workspaces(of: user, in: organization, tx) {
      let key = AdminSchema.workspaceMemberKey(workspace, user)
      try AdminSchema.workspaceMembers.update(key, in: &tx) { $0.isOutranked = isOutranked }
    }
  }

  /// Removes a user from all of an organization's workspaces when they leave it. Returns which.
  static func leave(
    _ user: String, of organization: String, in tx: inout WriteTransaction
  ) throws -> [String] {
    let workspaces = try workspaces(of: user, in: organization, tx)
    try AdminSchema.workspaceMembers.deleteAll(
      of: AdminSchema.workspaceMembersByUser, at: IndexKey(user, organization), in: &tx)
    return workspaces
  }

  private static func change(
    _ member: Participant, to role: String, in place: Workspace,
    _ tx: inout WriteTransaction
  ) throws {
    let (user, now) = (member.resource.userId, tx.now)
    let key = AdminSchema.workspaceMemberKey(place.id, user)
    guard role != member.inherited.role?.rawValue else {
      try AdminSchema.workspaceMembers.delete(key, in: &tx)
      return
    }
    try requireRoom(for: role, besides: member.inherited, of: user)
    guard !member.isImplicit else { return try insert(user, role: role, into: place, in: &tx) }
    try AdminSchema.workspaceMembers.update(key, in: &tx) { record in
      record.role = role
      record.updatedAt = now
    }
  }

  private static func insert(
    _ user: String, role: String, into place: Workspace, in tx: inout WriteTransaction
  ) throws {
    try AdminSchema.workspaceMembers.insert(
      WorkspaceMemberRecord(
        workspaceId: place.id, organizationId: place.organizationId, userId: user, role: role,
        addedAt: tx.now, updatedAt: tx.now),
      in: &tx)
  }
}
