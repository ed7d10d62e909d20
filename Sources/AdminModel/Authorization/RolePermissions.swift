/// The one table of what each role allows, at the place where it is held.
extension Role {
  /// The permissions of this role. The super admin's role allows everything, including the
  /// permissions of other plugins.
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

  /// The permissions of this role that concern only what belongs to the caller, at the place where
  /// the role is held. Every member of an organization may see, rotate and revoke their own keys.
  public var ownPermissions: Set<Permission> {
    guard Self.ofOrganizations.contains(self) else { return [] }
    return Self.forOwnKeys.subtracting(permissions)
  }

  private static let forOwnKeys: Set<Permission> = [.readKeys, .rotateKeys, .revokeKeys]

  private static let reading: Set<Permission> = [
    .actForOneself, .readOrganizations, .readWorkspaces, .readWorkspaceMembers,
  ]

  private static let workingWithKeys: Set<Permission> = [
    .readKeys, .issueKeys, .registerKeys, .updateKeys, .rotateKeys, .revokeKeys, .verifyKeys,
  ]

  /// Everything in one organization, except to delete it; nothing of the installation.
  private static let ofAnAdmin = reading.union(workingWithKeys).union([
    .updateOrganizations, .createWorkspaces, .updateWorkspaces, .archiveWorkspaces,
    .manageWorkspaceMembers, .readUsers, .manageUsers, .resetPasswords, .readInvites,
    .manageInvites, .revealKeys, .readAdminKeys, .manageAdminKeys, .readAudit, .readEvents,
  ])

  /// The permissions that only the host and the user who runs it may have.
  private static let ofTheHostAlone: Set<Permission> = [.claim, .recover, .resolveCredentials]
}
