internal import AdminLists
public import AdminProtos
public import Store

/// The operations on the members of workspaces, as functions of a transaction.
public enum WorkspaceMembers {
  /// Returns one member, even of an archived workspace, and even one through the organization's
  /// role.
  public static func get(
    _ request: GetWorkspaceMemberRequest, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> WorkspaceMember {
    try check(request.userId, request.workspaceId)
    let place = try Workspaces.find(
      request.workspaceId, for: .readWorkspaceMembers, by: access, in: tx)
    return try find(request.userId, in: place.record, tx).resource
  }

  /// Returns a page of a workspace's explicit members, newest users first. Members through the
  /// organization's role are left out.
  public static func list(
    _ request: ListWorkspaceMembersRequest, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> ListWorkspaceMembersResponse {
    let workspace = request.workspaceId
    var violations = Violations()
    violations.checkID(workspace, of: .workspace, field: "workspace_id")
    var page = PageRequest.newestFirst(
      limit: request.limit, after: request.afterId, before: request.beforeId, of: .user,
      into: &violations)
    try violations.check()

    let place = try Workspaces.find(workspace, for: .readWorkspaceMembers, by: access, in: tx)
      .record
    page.after = page.after.map { AdminSchema.workspaceMemberKey(workspace, $0) }
    page.before = page.before.map { AdminSchema.workspaceMemberKey(workspace, $0) }
    let found = try AdminSchema.workspaceMembers.page(
      page, of: AdminSchema.workspaceMembersByWorkspace, at: IndexKey(workspace), in: tx,
      where: { !$0.isOutranked })
    let data = try found.items.map { try find($0.record.userId, in: place, tx).resource }
    return ListWorkspaceMembersResponse(data, hasMore: found.hasMore, id: \.userId)
  }

  /// Returns a user's participation in a workspace. An admin through the organization's role comes
  /// first, then the explicit role, then any other role through the organization's role.
  static func find(
    _ user: String, in workspace: Workspace, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> Participant {
    guard let participant = try participant(user, in: workspace, tx) else {
      throw StoreError.notFound("workspace member", user)
    }
    return participant
  }

  /// Returns a user's participation in a workspace; nil for a user who has none.
  static func participant(
    _ user: String, in workspace: Workspace, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> Participant? {
    guard let membership = try Members.membership(of: user, in: workspace.organizationId, tx)
    else { return nil }
    let inherited = InheritedRole(ofOrganizationRole: membership.record.role)
    let member = try Members.member(membership, in: tx)
    if inherited != .admin, let explicit = try explicit(user, in: workspace.id, tx) {
      return Participant(member, explicit)
    }
    return inherited.role.map { Participant(member, implicitly: $0, in: workspace.id) }
  }

  /// Returns a user's explicit membership in a workspace, if there is one.
  static func explicit(
    _ user: String, in workspace: String, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> Stored<WorkspaceMemberRecord>? {
    try AdminSchema.workspaceMembers.get(AdminSchema.workspaceMemberKey(workspace, user), in: tx)
  }

  /// Returns in how many of an organization's active workspaces a user has a role of their own.
  static func count(
    of user: String, in organization: String, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> Int {
    try workspaces(of: user, in: organization, tx).count {
      try AdminSchema.workspaces.require($0, in: tx).record.archivedAt == nil
    }
  }

  /// Returns the roles of their own that a user has in an organization's active workspaces. There are
  /// none for an admin of the organization.
  static func ownRoles(
    of user: String, in organization: String, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> [UserWorkspace] {
    try workspaces(of: user, in: organization, tx).compactMap { id in
      guard let member = try explicit(user, in: id, tx)?.record, !member.isOutranked else {
        return nil
      }
      let workspace = try AdminSchema.workspaces.require(id, in: tx).record
      return workspace.archivedAt == nil
        ? UserWorkspace(id: id, name: workspace.name, role: member.role) : nil
    }
  }

  static func check(_ user: String, _ workspace: String, role: String? = nil, of roles: [Role] = [])
    throws
  {
    var violations = Violations()
    violations.checkID(workspace, of: .workspace, field: "workspace_id")
    violations.checkID(user, of: .user, field: "user_id")
    if let role { violations.checkRole(role, of: roles, field: "workspace_role") }
    try violations.check()
  }

  /// Returns the workspaces of an organization in which a user has a role of their own.
  static func workspaces(
    of user: String, in organization: String, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> [String] {
    var workspaces: [String] = []
    try AdminSchema.workspaceMembers.forEach(
      of: AdminSchema.workspaceMembersByUser, at: IndexKey(user, organization), in: tx
    ) { member in
      workspaces.append(member.record.workspaceId)
      return true
    }
    return workspaces
  }
}
