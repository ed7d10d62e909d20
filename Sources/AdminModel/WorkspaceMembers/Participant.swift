internal import AdminProtos
internal import Store

/// A user who works in a workspace: as an explicit member, or through their role in the
/// organization.
struct Participant {
  /// The participant as callers see them. The etag is that of the explicit membership; it is empty
  /// for a member through the organization's role.
  let resource: WorkspaceMember

  /// The role in the workspace that follows from the organization's role alone.
  let inherited: InheritedRole

  /// Whether the user is in the workspace through the organization's role, not as an explicit
  /// member.
  var isImplicit: Bool { resource.etag.isEmpty }

  init(_ member: Member, _ explicit: Stored<WorkspaceMemberRecord>) {
    let record = explicit.record
    inherited = InheritedRole(ofOrganizationRole: member.membership.role)
    resource = WorkspaceMember(
      type: "workspace_member", userId: record.userId, workspaceId: record.workspaceId,
      workspaceRole: record.role, organizationId: record.organizationId, email: member.user.email,
      name: member.user.name, addedAt: record.addedAt, etag: explicit.etag)
  }

  init(_ member: Member, implicitly role: Role, in workspace: String) {
    let membership = member.membership
    inherited = InheritedRole(ofOrganizationRole: membership.role)
    resource = WorkspaceMember(
      type: "workspace_member", userId: membership.userId, workspaceId: workspace,
      workspaceRole: role.rawValue, organizationId: membership.organizationId,
      email: member.user.email, name: member.user.name, addedAt: membership.addedAt)
  }

  func requireMatch(_ expected: String) throws {
    guard expected.isEmpty || expected == resource.etag else {
      throw StoreError.etagMismatch("workspace member", resource.userId)
    }
  }
}
