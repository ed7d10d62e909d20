public import AdminProtos
public import GoogleProtos
internal import Store

/// A user who works in a workspace: as an explicit member, or through their role in the
/// organization.
public struct Participant: Hashable, Sendable {
  public let user: UserRecord
  public let organization: String
  public let workspace: String
  public let role: String
  public let addedAt: GoogleTimestamp?

  /// The etag of the explicit membership; empty for a member through the organization's role.
  public let etag: String

  /// Whether the user is in the workspace through the organization's role, not as an explicit
  /// member.
  public var isImplicit: Bool { etag.isEmpty }

  /// The role in the workspace that follows from the organization's role alone.
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
