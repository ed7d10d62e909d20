internal import AdminProtos
internal import GoogleProtos
internal import IPCProtos
internal import Store
internal import WellKnownTypes

/// A request that adds a key, whether the key is issued here or was made elsewhere.
protocol NewKeyRequest {
  var workspaceId: String { get }
  var organizationId: String { get }
  var name: String { get }
  var expiresAt: GoogleTimestamp? { get }
  var lifetime: GoogleDuration? { get }
  var userId: String { get }
  var withoutOwner: Bool { get }
}

extension IssueKeyRequest: NewKeyRequest {}
extension RegisterKeyRequest: NewKeyRequest {}

extension NewKeyRequest {
  /// Adds what is wrong with the request by itself to `violations`.
  func check(at now: GoogleTimestamp, into violations: inout Violations) {
    if !workspaceId.isEmpty {
      violations.checkID(workspaceId, of: .workspace, field: "workspace_id")
    }
    if !organizationId.isEmpty || workspaceId.isEmpty {
      violations.checkID(organizationId, of: .organization, field: "organization_id")
    }
    if !userId.isEmpty { violations.checkID(userId, of: .user, field: "user_id") }
    if !userId.isEmpty && withoutOwner {
      violations.add("without_owner", "CONTRADICTS_OWNER", "must be false if user_id is given")
    }
    if let expiresAt, expiresAt.microseconds <= now.microseconds {
      violations.add("expires_at", "NOT_IN_FUTURE", "must be in the future")
    }
    if let lifetime {
      violations.checkLifetime(Duration(lifetime))
      if expiresAt != nil {
        violations.add("lifetime", "EXCLUSIVE", "can't be given together with expires_at")
      }
    }
  }

  /// Returns the new key in the workspace that the request names, without what identifies the key
  /// and its secret.
  ///
  /// - Parameter permission: What the caller must be allowed to do in the workspace.
  func key(
    _ permission: Permission, by access: Access, in tx: borrowing WriteTransaction
  ) throws -> ApiKey {
    let workspace = try workspace(permission, by: access, in: tx)
    let principal = access.principal
    return ApiKey(
      organizationId: workspace.organizationId, workspaceId: workspace.id, name: name,
      status: KeyStatus.active.rawValue, createdAt: tx.now, updatedAt: tx.now,
      expiresAt: expiresAt ?? lifetime.map { tx.now.adding(Duration($0)) },
      createdBy: KeyCreator(id: principal.id, type: principal.kind.actorWord),
      userId: try owner(in: workspace.organizationId, by: access, in: tx))
  }

  /// Returns the workspace that the request names, if the caller may do this there and the request
  /// fits it.
  private func workspace(
    _ permission: Permission, by access: Access, in tx: borrowing WriteTransaction
  ) throws -> Workspace {
    let id =
      try workspaceId.isEmpty
      ? AdminSchema.organizations.require(organizationId, in: tx).record.defaultWorkspaceId
      : workspaceId
    let workspace = try AdminSchema.workspaces.require(id, in: tx).record
    let (noun, named) =
      workspaceId.isEmpty ? ("organization", organizationId) : ("workspace", id)
    try access.require(
      permission, at: .workspace(id, organization: workspace.organizationId), of: noun, named)
    if !organizationId.isEmpty && organizationId != workspace.organizationId {
      var violations = Violations()
      violations.add(
        "workspace_id", "OTHER_ORGANIZATION",
        "is not a workspace of organization \(organizationId)")
      try violations.check()
    }
    guard workspace.archivedAt == nil else {
      throw AdminError.refused(
        reason: "WORKSPACE_ARCHIVED",
        message: "Workspace \(workspace.id) is archived, so no key can be added. Choose another "
          + "one.")
    }
    return workspace
  }

  /// Returns the user who owns the new key; empty for a key without an owner.
  ///
  /// A user who creates a key for themselves owns it, so that it ends when they leave. A caller who
  /// is not a member of the organization owns no keys in it: an admin key, the operator, or a super
  /// admin from elsewhere.
  private func owner(
    in organization: String, by access: Access, in tx: borrowing WriteTransaction
  ) throws -> String {
    guard userId.isEmpty else {
      try Keys.requireMember(userId, of: organization, in: tx)
      try Keys.refuseSuspended(userId, of: organization, in: tx)
      return userId
    }
    guard !withoutOwner, let caller = access.user else { return "" }
    let key = AdminSchema.membershipKey(organization, caller)
    guard try AdminSchema.memberships.contains(key, in: tx) else { return "" }
    try Keys.refuseSuspended(caller, of: organization, in: tx)
    return caller
  }
}
