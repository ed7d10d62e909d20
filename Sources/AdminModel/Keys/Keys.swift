internal import AdminProtos
internal import GoogleProtos
public import Store

/// The operations on API keys, as functions of a transaction.
public enum Keys {
  static let nameLimit = 500
  /// The prefix of keys that are issued here.
  public static let prefix = "sk-stw-"

  /// Returns one key, without its secret.
  public static func get(
    _ id: String, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> KeyDetail {
    try KeyDetail(find(id, for: .readKeys, by: access, in: tx), in: tx)
  }

  /// Returns one key, if the caller may do this with it.
  static func find(
    _ id: String, for permission: Permission, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> Stored<KeyRecord> {
    var violations = Violations()
    violations.checkID(id, of: .key)
    try violations.check()
    let stored = try AdminSchema.keys.require(id, in: tx)
    try access.require(permission, at: stored.record.scope, of: AdminSchema.keys.noun, id)
    return stored
  }

  /// Returns the workspace that a draft names, if the caller may do this there and the draft fits
  /// it.
  static func workspace(
    for draft: KeyDraft, _ permission: Permission, by access: Access,
    in tx: borrowing WriteTransaction
  ) throws -> WorkspaceRecord {
    let id =
      try draft.workspace.isEmpty
      ? AdminSchema.organizations.require(draft.organization, in: tx).record.defaultWorkspaceId
      : draft.workspace
    let workspace = try AdminSchema.workspaces.require(id, in: tx).record
    let (noun, named) =
      draft.workspace.isEmpty ? ("organization", draft.organization) : ("workspace", id)
    try access.require(
      permission, at: .workspace(id, organization: workspace.organizationId), of: noun, named)
    try check(draft, fits: workspace)
    return workspace
  }

  /// Returns the user who owns the key that a draft creates; empty for a key without an owner.
  ///
  /// A user who creates a key for themselves owns it, so that it ends when they leave. A caller who
  /// is not a member of the organization owns no keys in it: an admin key, the operator, or a super
  /// admin from elsewhere.
  static func owner(
    for draft: KeyDraft, in organization: String, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> String {
    guard draft.user.isEmpty else {
      try requireMember(draft.user, of: organization, in: tx)
      return draft.user
    }
    guard !draft.isOwnerless, let caller = access.user else { return "" }
    let key = AdminSchema.membershipKey(organization, caller)
    return try AdminSchema.memberships.contains(key, in: tx) ? caller : ""
  }

  private static func check(_ draft: KeyDraft, fits workspace: WorkspaceRecord) throws {
    if !draft.organization.isEmpty && draft.organization != workspace.organizationId {
      var violations = Violations()
      violations.add(
        "workspace_id", "OTHER_ORGANIZATION",
        "is not a workspace of organization \(draft.organization)")
      try violations.check()
    }
    guard workspace.archivedAt != nil else { return }
    throw AdminError.refused(
      reason: "WORKSPACE_ARCHIVED",
      message: "Workspace \(workspace.id) is archived, so no key can be added. Choose another one.")
  }

  static func requireMember(
    _ user: String, of organization: String, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    let key = AdminSchema.membershipKey(organization, user)
    guard try !AdminSchema.memberships.contains(key, in: tx) else { return }
    throw AdminError.refused(
      reason: "USER_NOT_A_MEMBER",
      message:
        "User \(user) is not a member of organization \(organization), so they can't own a key "
        + "there. Add them first.")
  }

  /// Returns the first of a key's hints that no sibling has. If all are taken, the key's id
  /// distinguishes it, so that a hint never shows more than it may.
  static func freeHint(
    of id: String, in organization: String, among hints: [String],
    in tx: borrowing WriteTransaction
  ) throws -> String {
    for hint in hints {
      let holder = try AdminSchema.keys.first(
        AdminSchema.keysByHint, at: IndexKey(organization, hint), in: tx)
      if holder == nil || holder?.record.id == id { return hint }
    }
    return "\(hints.last ?? "...") of \(id)"
  }

  static func refuseArchived(_ record: KeyRecord) throws {
    guard record.archivedAt != nil else { return }
    throw AdminError.refused(
      reason: "KEY_ARCHIVED",
      message: "API key \(record.id) is archived permanently. Issue another one.")
  }

  static func refuseExpired(_ record: KeyRecord, at now: GoogleTimestamp) throws {
    guard record.hasExpired(at: now) else { return }
    throw AdminError.refused(
      reason: "KEY_EXPIRED",
      message: "API key \(record.id) has expired and can't be used again. Issue another one.")
  }
}

extension KeyRecord {
  /// The place of the key.
  var scope: Scope { .workspace(workspaceId, organization: organizationId) }
}
