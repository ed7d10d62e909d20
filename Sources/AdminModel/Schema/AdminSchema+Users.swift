internal import AdminProtos
internal import Store

extension AdminSchema {
  static let usersPart = SchemaPart(
    tables: [users, memberships, workspaceMembers, invites],
    references: [
      ReferenceRule(from: memberships, to: organizations) { $0.organizationId },
      ReferenceRule(from: memberships, to: users) { $0.userId },
      ReferenceRule(from: workspaceMembers, to: workspaces) { $0.workspaceId },
      ReferenceRule(from: workspaceMembers, to: memberships) {
        membershipKey($0.organizationId, $0.userId)
      },
      ReferenceRule(from: invites, to: organizations) { $0.invite.organizationId },
    ],
    cascade: [
      .all(of: workspaceMembers, by: workspaceMembersByOrganization),
      .all(of: invites, by: invitesByAddress),
      OrganizationCascade(noun: "super admin right") { organization, tx in
        try Members.endSuperAdmins(of: organization, in: &tx)
      },
      OrganizationCascade(noun: memberships.noun) { organization, tx in
        try Members.endAll(of: organization, in: &tx)
      },
      // The users who are unclaimed in the organization. No other organization knows them.
      OrganizationCascade(noun: nil) { organization, tx in
        try users.deleteAll(of: usersByAddress, at: IndexKey(organization), in: &tx)
      },
    ])

  static let users = Table<UserRecord>(
    "users", noun: "user", key: { $0.id }, organization: { $0.unclaimedIn },
    indexes: [usersByAddress, usersByUntaggedAddress, superAdmins])

  /// The users by address, in any case. The address of an account is unique, and so is that of an
  /// unclaimed user within one organization.
  static let usersByAddress = Index<UserRecord>("email", unique: true) {
    [IndexKey($0.unclaimedIn, MailAddress($0.email).folded)]
  }

  /// The users by untagged address, for lists that treat an address with a tag like the one
  /// without.
  static let usersByUntaggedAddress = Index<UserRecord>("untagged") {
    [IndexKey(MailAddress($0.email).untagged)]
  }

  /// The super admins, oldest user first.
  static let superAdmins = Index<UserRecord>("super_admins") {
    $0.isSuperAdmin ? [superAdminsKey] : []
  }

  static let superAdminsKey = IndexKey("super_admin")

  static let memberships = Table<MembershipRecord>(
    "memberships", noun: "member", key: { membershipKey($0.organizationId, $0.userId) },
    organization: { $0.organizationId },
    indexes: [membershipsByOrganization, membershipsByUser, membershipsByWords.index],
    counters: [membersByOrganization, membersByRole])

  static func membershipKey(_ organization: String, _ user: String) -> String {
    "\(organization)/\(user)"
  }

  /// The members of an organization, oldest user first.
  static let membershipsByOrganization = Index<MembershipRecord>("by_organization") {
    [IndexKey($0.organizationId)]
  }

  static let membershipsByUser = Index<MembershipRecord>("by_user") { [IndexKey($0.userId)] }

  /// The members of an organization by the words of their names and addresses.
  static let membershipsByWords = SearchIndex<MembershipRecord>(
    "words", scope: { $0.organizationId }, text: { SearchText($0.userEmail, $0.userName) })

  static let membersByOrganization = Counter<MembershipRecord>("members") {
    [IndexKey($0.organizationId)]
  }

  /// The number of an organization's members with a role, without the suspended ones.
  static let membersByRole = Counter<MembershipRecord>("roles") {
    $0.suspendedAt == nil ? [IndexKey($0.organizationId, $0.role)] : []
  }

  static let invites = Table<InviteRecord>(
    "invites", noun: "invite", key: { $0.invite.id },
    organization: { $0.invite.organizationId },
    indexes: [invitesByOrganization, invitesByAddress, invitesByToken, invitesByWords.index])

  /// The invites that lists show: all except the withdrawn ones.
  static let invitesByOrganization = Index<InviteRecord>("by_organization") {
    $0.deletedAt == nil ? [IndexKey($0.invite.organizationId)] : []
  }

  /// All invites, with those to the same address with and without a tag side by side.
  static let invitesByAddress = Index<InviteRecord>("by_address") {
    [IndexKey($0.invite.organizationId, MailAddress($0.invite.email).untagged)]
  }

  /// The invites that lists show, by the words of their addresses.
  static let invitesByWords = SearchIndex<InviteRecord>(
    "words", scope: { $0.deletedAt == nil ? $0.invite.organizationId : nil },
    text: { SearchText($0.invite.email) })

  static let invitesByToken = Index<InviteRecord>("token", unique: true) {
    [[.bytes($0.tokenHash)]]
  }

  static let workspaceMembers = Table<WorkspaceMemberRecord>(
    "workspace_members", noun: "workspace member",
    key: { workspaceMemberKey($0.workspaceId, $0.userId) },
    organization: { $0.organizationId },
    indexes: [workspaceMembersByWorkspace, workspaceMembersByUser, workspaceMembersByOrganization],
    counters: [membersOfWorkspace])

  static func workspaceMemberKey(_ workspace: String, _ user: String) -> String {
    "\(workspace)/\(user)"
  }

  /// The members of a workspace, oldest user first.
  static let workspaceMembersByWorkspace = Index<WorkspaceMemberRecord>("by_workspace") {
    [IndexKey($0.workspaceId)]
  }

  /// The number of a workspace's members that lists show.
  static let membersOfWorkspace = Counter<WorkspaceMemberRecord>("members_of_workspace") {
    $0.isOutranked ? [] : [IndexKey($0.workspaceId)]
  }

  static let workspaceMembersByUser = Index<WorkspaceMemberRecord>("by_user") {
    [IndexKey($0.userId, $0.organizationId)]
  }

  static let workspaceMembersByOrganization = Index<WorkspaceMemberRecord>("by_organization") {
    [IndexKey($0.organizationId)]
  }
}
