internal import AdminProtos

/// The entries of records, without the names of their organizations.
extension DirectoryEntry {
  init(_ organization: Organization) {
    self.init(.organization, organization.id, organization.name, in: organization.id)
  }

  init(_ workspace: Workspace) {
    self.init(.workspace, workspace.id, workspace.name, in: workspace.organizationId)
  }

  init(_ record: KeyRecord) {
    let key = record.key
    self.init(.key, key.id, key.name, key.partialKeyHint, in: key.organizationId)
    workspaceId = key.workspaceId
  }

  init(_ user: UserRecord, in organization: String) {
    self.init(.user, user.id, user.name, user.email, in: organization)
  }

  init(_ membership: MembershipRecord) {
    self.init(
      .user, membership.userId, membership.userName, membership.userEmail,
      in: membership.organizationId)
  }

  init(_ record: InviteRecord) {
    let invite = record.invite
    self.init(.invite, invite.id, invite.email, in: invite.organizationId)
  }

  init(_ record: AdminKeyRecord) {
    let key = record.key
    self.init(.adminKey, key.id, key.name, key.partialKeyHint, in: key.organizationId)
  }

  private init(
    _ kind: AdminKind, _ id: String, _ name: String, _ detail: String = "",
    in organization: String
  ) {
    self.init(
      id: id, kind: kind.rawValue, name: name, detail: detail, organizationId: organization)
  }
}

extension Workspace {
  /// The place of the workspace.
  var scope: Scope { .workspace(id, organization: organizationId) }
}
