internal import AdminProtos
internal import Store

extension WorkspaceMembers {
  /// Returns a workspace whose members the caller may change.
  static func findOpen(
    _ workspace: String, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Workspace {
    let place = try Workspaces.find(workspace, for: .manageWorkspaceMembers, by: access, in: tx)
      .record
    try Workspaces.refuseDefault(place, "given members")
    try Workspaces.refuseArchived(place)
    return place
  }

  static func requireRoom(for role: String, besides inherited: InheritedRole, of user: String)
    throws
  {
    guard let role = Role(rawValue: role), !inherited.leavesRoom(for: role) else { return }
    throw inherits(user, inherited)
  }

  static func inherits(_ user: String, _ inherited: InheritedRole) -> AdminError {
    guard let role = inherited.role else {
      return .refused(
        reason: "BILLING_USERS_ONLY",
        message: "User \(user) is not a billing user of the organization, so they can't be "
          + "\(Role.workspaceBilling.rawValue) in its workspaces. Choose another role.")
    }
    return .refused(
      reason: "INHERITED_ROLE",
      message: "User \(user) is \(role.rawValue) in every workspace, including this one, through "
        + "the role in the organization. Change the role in the organization instead"
        + (inherited == .billing ? ", or make the user a workspace_admin here." : "."))
  }

  static func stranger(_ user: String, to place: Workspace) -> AdminError {
    .refused(
      reason: "NOT_ORGANIZATION_MEMBER",
      message: "User \(user) is not a member of organization \(place.organizationId), which has "
        + "the workspace. Invite them there first.")
  }

  static func alreadyThere(_ record: WorkspaceMemberRecord) -> AdminError {
    .exists(
      reason: "ALREADY_WORKSPACE_MEMBER",
      message: "User \(record.userId) is already in workspace \(record.workspaceId), as "
        + "\(record.role). Update that member instead.")
  }
}
