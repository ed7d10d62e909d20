public import StewardProtos
internal import Store

/// What a caller says of a key to be made.
public struct KeyDraft: Sendable, Hashable {
  /// Empty: the organization's Default Workspace.
  public var workspace: String
  /// Needed without a workspace.
  public var organization: String
  public var name: String
  /// Never, when nil.
  public var expiresAt: GoogleTimestamp?
  /// The member whose key it is to be. Empty: the caller, if it is one.
  public var user: String
  /// Whether it is a service's, which has no owner and outlives its maker.
  public var isOwnerless: Bool

  public init(
    workspace: String = "", organization: String = "", name: String,
    expiresAt: GoogleTimestamp? = nil, user: String = "", isOwnerless: Bool = false
  ) {
    self.workspace = workspace
    self.organization = organization
    self.name = name
    self.expiresAt = expiresAt
    self.user = user
    self.isOwnerless = isOwnerless
  }

  /// Adds what is wrong with it by itself.
  func check(at now: GoogleTimestamp, into violations: inout Violations) {
    if !workspace.isEmpty { violations.checkID(workspace, of: .workspace, field: "workspace_id") }
    if !organization.isEmpty || workspace.isEmpty {
      violations.checkID(organization, of: .organization, field: "organization_id")
    }
    if !user.isEmpty { violations.checkID(user, of: .user, field: "user_id") }
    if !user.isEmpty && isOwnerless {
      violations.add("without_owner", "CONTRADICTS_OWNER", "must be false where user_id is given")
    }
    if let expiresAt, expiresAt.microseconds <= now.microseconds {
      violations.add("expires_at", "NOT_IN_FUTURE", "must be a time to come")
    }
  }

  /// The record of it in a workspace, without what makes it a key.
  func record(
    in workspace: WorkspaceRecord, of owner: String, by access: Access, at now: GoogleTimestamp
  ) -> KeyRecord {
    KeyRecord(
      organizationId: workspace.organizationId, workspaceId: workspace.id, name: name,
      status: KeyStatus.active.rawValue, createdAt: now, updatedAt: now, expiresAt: expiresAt,
      createdById: access.principal.id, createdByType: access.principal.kind.actorWord,
      userId: owner)
  }
}
