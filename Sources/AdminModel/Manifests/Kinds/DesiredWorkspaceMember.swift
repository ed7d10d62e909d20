internal import AdminProtos
internal import Store

/// A member of a workspace that a manifest desires. A user who is in the workspace through the
/// organization's role counts as a member already.
struct DesiredWorkspaceMember: DesiredResource {
  struct Identity: Hashable {
    let workspace: WorkspaceReference
    let address: MailAddress
  }

  static let kind = ManifestKind.workspaceMember
  static var desired: WritableKeyPath<ManifestApplication, DesiredResources<Self>> {
    \.workspaceMembers
  }

  private let object: WorkspaceMemberObject
  private let workspace: WorkspaceReference
  private let user: NamedMember

  static func object(of object: ManifestObject) -> WorkspaceMemberObject? {
    guard case .workspaceMember(let object) = object.object else { return nil }
    return object
  }

  init(
    _ object: WorkspaceMemberObject, in application: ManifestApplication,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws {
    guard !object.workspace.isEmpty else {
      throw Refusal.required("workspace", "the workspace's name or id")
    }
    self.object = object
    let organization = try application.organization(named: object.organization, in: tx)
    workspace = try application.workspace(named: object.workspace, of: organization, in: tx)
    user = try application.member(object.email, of: organization, in: tx)
  }

  var identity: Identity { Identity(workspace: workspace, address: user.place.address) }
  var references: [String] { workspace.keys + [user.key].compactMap(\.self) }

  func find(
    in _: ManifestApplication, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> String? {
    guard let workspace = workspace.workspace?.key,
      let organization = user.place.organization.key,
      let user = try Members.membership(
        of: user.place.address, in: organization, tx)?.record.userId,
      try WorkspaceMembers.explicit(user, in: workspace, tx) != nil
    else { return nil }
    return AdminSchema.workspaceMemberKey(workspace, user)
  }

  func make(
    _ key: String?, in application: inout ManifestApplication, _ tx: inout WriteTransaction
  ) throws -> ResourceChange {
    let workspace = try application.id(ofWorkspace: workspace, in: tx)
    let user = try application.id(ofUser: user, in: tx)
    let place = try AdminSchema.workspaces.require(workspace, in: tx).record
    let before = try WorkspaceMembers.participant(user, in: place, tx)?.resource
    let after = try change(before, user, of: workspace, application, &tx)
    let isMade = try key == nil && WorkspaceMembers.explicit(user, in: workspace, tx) != nil
    let path = try application.name(ofWorkspace: workspace, in: tx)
    return ResourceChange(
      key: AdminSchema.workspaceMemberKey(workspace, user), id: user,
      name: "\(path)/\(after.email)", before: before.map { ["role": $0.workspaceRole] },
      after: ["role": after.workspaceRole],
      owned: isMade
        ? ("\(workspace)/\(MailAddress(after.email).folded)", place.organizationId) : nil)
  }

  private func change(
    _ before: WorkspaceMember?, _ user: String, of workspace: String,
    _ application: ManifestApplication, _ tx: inout WriteTransaction
  ) throws -> WorkspaceMember {
    guard let before else {
      let request = AddWorkspaceMemberRequest(
        workspaceId: workspace, userId: user, workspaceRole: object.role)
      return try WorkspaceMembers.add(request, by: application.access, in: &tx)
    }
    guard !object.role.isEmpty, object.role != before.workspaceRole else { return before }
    let request = UpdateWorkspaceMemberRequest(
      workspaceId: workspace, userId: user, workspaceRole: object.role)
    return try WorkspaceMembers.update(request, by: application.access, in: &tx)
  }
}

extension DesiredWorkspaceMember {
  static func orphan(
    of owned: OwnedObjectRecord, in application: inout ManifestApplication,
    _ tx: borrowing WriteTransaction
  ) throws -> OrphanedResource? {
    guard let member = try AdminSchema.workspaceMembers.get(owned.id, in: tx)?.record,
      // A member of an archived workspace can't be removed from it, and can do nothing in it.
      try AdminSchema.workspaces.require(member.workspaceId, in: tx).record.archivedAt == nil
    else { return nil }
    let user = try AdminSchema.users.require(member.userId, in: tx).record
    let path = try application.name(ofWorkspace: member.workspaceId, in: tx)
    return OrphanedResource(id: user.id, name: "\(path)/\(user.email)")
  }

  static func end(
    _ owned: OwnedObjectRecord, in application: ManifestApplication, _ tx: inout WriteTransaction
  ) throws {
    let member = try AdminSchema.workspaceMembers.require(owned.id, in: tx).record
    let request = RemoveWorkspaceMemberRequest(
      workspaceId: member.workspaceId, userId: member.userId)
    try WorkspaceMembers.remove(request, by: application.access, in: &tx)
  }
}
