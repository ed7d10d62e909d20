/// The one table that says what each role allows, at the place where it is held.
extension Role {
  /// What this role allows. The super admin's allows everything, that of other plugins too.
  public var permissions: Set<Permission> {
    switch self {
    case .superAdmin: Set(Permission.allCases).subtracting(Self.ofTheHostAlone)
    case .admin: Self.ofAnAdmin
    case .billing: Self.reading.union([.readUsers, .readKeys])
    case .developer: Self.reading.union([.readUsers]).union(Self.workingWithKeys)
    case .user: Self.reading
    case .claudeCodeUser: [.readOrganizations, .actForOneself]

    case .workspaceAdmin:
      Self.workingWithKeys.union([
        .readWorkspaces, .updateWorkspaces, .archiveWorkspaces, .readWorkspaceMembers,
        .manageWorkspaceMembers,
      ])
    case .workspaceBilling: [.readWorkspaces, .readWorkspaceMembers, .readKeys]
    case .workspaceDeveloper:
      Self.workingWithKeys.union([.readWorkspaces, .readWorkspaceMembers])
    case .workspaceRestrictedDeveloper: [.readWorkspaces, .readWorkspaceMembers, .readKeys]
    case .workspaceUser: [.readWorkspaces]
    }
  }

  private static let reading: Set<Permission> = [
    .actForOneself, .readOrganizations, .readWorkspaces, .readWorkspaceMembers,
  ]

  private static let workingWithKeys: Set<Permission> = [
    .readKeys, .issueKeys, .registerKeys, .updateKeys, .rotateKeys, .revokeKeys, .verifyKeys,
  ]

  /// Everything in one organization; nothing of the installation, and not the end of the organization.
  private static let ofAnAdmin = reading.union(workingWithKeys).union([
    .updateOrganizations, .createWorkspaces, .updateWorkspaces, .archiveWorkspaces,
    .manageWorkspaceMembers, .readUsers, .manageUsers, .resetPasswords, .readInvites,
    .manageInvites, .revealKeys, .readAdminKeys, .manageAdminKeys,
  ])

  /// What nobody may who isn't the host or the user who runs it.
  private static let ofTheHostAlone: Set<Permission> = [.claim, .recover, .resolveCredentials]
}
