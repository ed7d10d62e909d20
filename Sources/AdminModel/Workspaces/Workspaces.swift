public import AdminProtos
public import Store

/// The operations on workspaces, as functions of a transaction.
public enum Workspaces {
  static let nameLimit = 40
  /// The name of the workspace that is created with an organization.
  static let defaultName = "Default"
  static let defaultColor = "#6C5BB9"

  /// The maximum number of active workspaces of an organization, unless the installation sets
  /// another one. Archived workspaces and the Default Workspace don't count. (Admin API,
  /// workspaces.)
  public static let defaultLimit = 100

  /// Creates a workspace in an organization that has fewer than `limit` active ones.
  public static func create(
    _ request: CreateWorkspaceRequest, limit: Int = defaultLimit, by access: Access,
    in tx: inout WriteTransaction
  ) throws -> Workspace {
    var violations = Violations()
    var workspace = Workspace(request, into: &violations)
    try violations.check()
    let organization = workspace.organizationId
    try access.require(
      .createWorkspaces, at: .organization(organization), of: "organization", organization)
    try Organizations.requireRoom(in: organization, limit: limit, tx)
    workspace.id = try tx.newID(of: .workspace)
    return try shown(insert(workspace, in: &tx), in: tx)
  }

  /// Creates the workspace that belongs to every organization, under the id that the organization
  /// names.
  static func createDefault(
    of organization: Organization, in tx: inout WriteTransaction
  ) throws {
    let workspace = Workspace(
      id: organization.defaultWorkspaceId, organizationId: organization.id, name: defaultName,
      displayColor: defaultColor, dataResidency: DataResidencyRules.defaults, isDefault: true)
    _ = try insert(workspace, in: &tx)
  }

  /// Returns one workspace, archived or not.
  public static func get(
    _ id: String, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Workspace {
    try shown(find(id, for: .readWorkspaces, by: access, in: tx), in: tx)
  }

  /// Returns the workspace as callers see it, with what it contains counted. The etag doesn't depend
  /// on the counts.
  static func shown(
    _ stored: Stored<Workspace>, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Workspace {
    var workspace = stored.resource
    let key = IndexKey(workspace.id)
    workspace.memberCount = UInt32(
      clamping: try AdminSchema.workspaceMembers.count(
        AdminSchema.membersOfWorkspace, at: key, in: tx))
    workspace.keyCount = UInt32(
      clamping: try AdminSchema.keys.count(AdminSchema.keysOfWorkspace, at: key, in: tx))
    return workspace
  }

  /// Returns one workspace, if the caller may do this in it.
  static func find(
    _ id: String, for permission: Permission, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> Stored<Workspace> {
    try checkID(id)
    let stored = try AdminSchema.workspaces.require(id, in: tx)
    let organization = stored.record.organizationId
    try access.require(
      permission, at: .workspace(id, organization: organization), of: "workspace", id)
    return stored
  }

  private static func insert(
    _ workspace: Workspace, in tx: inout WriteTransaction
  ) throws -> Stored<Workspace> {
    var workspace = workspace
    workspace.createdAt = tx.now
    workspace.updatedAt = tx.now
    workspace.compartmentId = try tx.newUUID()
    return try AdminSchema.workspaces.insert(workspace, in: &tx)
  }

  static func checkID(_ id: String) throws {
    var violations = Violations()
    violations.checkID(id, of: .workspace)
    try violations.check()
  }
}

extension Organizations {
  fileprivate static func requireRoom(
    in id: String, limit: Int, _ tx: borrowing WriteTransaction
  ) throws {
    _ = try AdminSchema.organizations.require(id, in: tx)
    guard try workspaceCount(of: id, in: tx) >= limit else { return }
    throw AdminError.refused(
      reason: "WORKSPACE_LIMIT_REACHED",
      message: "Organization \(id) has \(limit) active workspaces, which is the limit. "
        + "Archive one that is no longer needed.")
  }
}
