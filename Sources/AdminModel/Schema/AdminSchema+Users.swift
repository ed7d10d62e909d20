internal import AdminProtos
internal import Store

extension AdminSchema {
  static let users = Table<UserRecord>(
    "users", noun: "user", key: { $0.id },
    indexes: [usersByAddress, usersByUntaggedAddress, usersByPart, superAdmins])

  /// An account has an address for itself, whatever its case; so has an unclaimed user, in one
  /// organization.
  static let usersByAddress = Index<UserRecord>("email", unique: true) {
    [IndexKey($0.unclaimedIn, MailAddress($0.email).folded)]
  }

  /// For lists, which take an address and the same with a tag for each other.
  static let usersByUntaggedAddress = Index<UserRecord>("untagged") {
    [IndexKey(MailAddress($0.email).untagged)]
  }

  /// For those who know how a word of a name or an address begins.
  static let usersByPart = Index<UserRecord>("parts") { user in
    SearchText(of: user).parts.map { [.bytes($0)] }
  }

  /// The super admins, in the order in which they became known.
  static let superAdmins = Index<UserRecord>("super_admins") {
    $0.isSuperAdmin ? [superAdminsKey] : []
  }

  static let superAdminsKey = IndexKey("super_admin")

  static let memberships = Table<MembershipRecord>(
    "memberships", noun: "member", key: { membershipKey($0.organizationId, $0.userId) },
    indexes: [membershipsByOrganization, membershipsByUser],
    counters: [membersByOrganization, membersByRole])

  static func membershipKey(_ organization: String, _ user: String) -> String {
    "\(organization)/\(user)"
  }

  /// The members of an organization, in the order in which they became known.
  static let membershipsByOrganization = Index<MembershipRecord>("by_organization") {
    [IndexKey($0.organizationId)]
  }

  static let membershipsByUser = Index<MembershipRecord>("by_user") { [IndexKey($0.userId)] }

  static let membersByOrganization = Counter<MembershipRecord>("members") {
    [IndexKey($0.organizationId)]
  }

  static let membersByRole = Counter<MembershipRecord>("roles") {
    [IndexKey($0.organizationId, $0.role)]
  }

  static let invites = Table<InviteRecord>(
    "invites", noun: "invite", key: { $0.id },
    indexes: [invitesByOrganization, invitesByAddress, invitesByToken])

  /// Those that lists show: all but the withdrawn.
  static let invitesByOrganization = Index<InviteRecord>("by_organization") {
    $0.deletedAt == nil ? [IndexKey($0.organizationId)] : []
  }

  /// Of all invites, with those to the same address with a tag side by side.
  static let invitesByAddress = Index<InviteRecord>("by_address") {
    [IndexKey($0.organizationId, MailAddress($0.email).untagged)]
  }

  static let invitesByToken = Index<InviteRecord>("token", unique: true) {
    [[.bytes($0.tokenHash)]]
  }

  static let workspaceMembers = Table<WorkspaceMemberRecord>(
    "workspace_members", noun: "workspace member",
    key: { workspaceMemberKey($0.workspaceId, $0.userId) },
    indexes: [workspaceMembersByWorkspace, workspaceMembersByUser, workspaceMembersByOrganization])

  static func workspaceMemberKey(_ workspace: String, _ user: String) -> String {
    "\(workspace)/\(user)"
  }

  /// The members of a workspace, in the order in which they became known.
  static let workspaceMembersByWorkspace = Index<WorkspaceMemberRecord>("by_workspace") {
    [IndexKey($0.workspaceId)]
  }

  static let workspaceMembersByUser = Index<WorkspaceMemberRecord>("by_user") {
    [IndexKey($0.userId, $0.organizationId)]
  }

  static let workspaceMembersByOrganization = Index<WorkspaceMemberRecord>("by_organization") {
    [IndexKey($0.organizationId)]
  }
}
