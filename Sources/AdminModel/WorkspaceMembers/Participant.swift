public import AdminProtos
public import GoogleProtos
internal import Store

/// Somebody who works in a workspace: because they were let in, or because their role in the organization says so.
public struct Participant: Hashable, Sendable {
  public let user: UserRecord
  public let organization: String
  public let workspace: String
  public let role: String
  public let addedAt: GoogleTimestamp?

  /// Of what lets them in; empty for whom the organization's role does.
  public let etag: String

  /// Whether nobody let them in: the organization's role does.
  public var isImplicit: Bool { etag.isEmpty }

  /// What they are there by the organization's role alone.
  let inherited: InheritedRole

  init(_ member: Member, _ explicit: Stored<WorkspaceMemberRecord>) {
    inherited = InheritedRole(ofOrganizationRole: member.membership.role)
    user = member.user
    organization = explicit.record.organizationId
    workspace = explicit.record.workspaceId
    role = explicit.record.role
    addedAt = explicit.record.addedAt
    etag = explicit.etag
  }

  init(_ member: Member, implicitly role: Role, in workspace: String) {
    inherited = InheritedRole(ofOrganizationRole: member.membership.role)
    user = member.user
    organization = member.membership.organizationId
    self.workspace = workspace
    self.role = role.rawValue
    addedAt = member.membership.addedAt
    etag = ""
  }

  func requireMatch(_ expected: String) throws {
    guard expected.isEmpty || expected == etag else {
      throw StoreError.etagMismatch("workspace member", user.id)
    }
  }
}
