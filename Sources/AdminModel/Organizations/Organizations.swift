internal import AdminLists
public import AdminProtos
public import Store

/// The operations on organizations, as functions of a transaction.
public enum Organizations {
  private static let nameLimit = 100

  /// Creates an organization and its Default Workspace.
  public static func create(
    _ request: CreateOrganizationRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> Organization {
    try access.require(.createOrganizations, at: .installation, of: "organization", request.name)
    var violations = Violations()
    violations.checkName(request.name, limit: nameLimit)
    try violations.check()

    let organization = Organization(
      id: try tx.newID(of: .organization), name: request.name, createdAt: tx.now,
      updatedAt: tx.now, defaultWorkspaceId: try tx.newID(of: .workspace))
    let stored = try AdminSchema.organizations.insert(organization, in: &tx)
    try Workspaces.createDefault(of: organization, in: &tx)
    return try shown(stored, in: tx)
  }

  /// Returns one organization.
  public static func get(
    _ id: String, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Organization {
    try checkID(id)
    try access.require(.readOrganizations, at: .organization(id), of: "organization", id)
    return try shown(AdminSchema.organizations.require(id, in: tx), in: tx)
  }

  /// Returns a page of the organizations that the caller may know of, newest first.
  public static func list(
    _ request: ListOrganizationsRequest, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> ListOrganizationsResponse {
    var violations = Violations()
    let page = PageRequest.newestFirst(
      limit: request.limit, after: request.afterId, before: request.beforeId, of: .organization,
      into: &violations)
    violations.checkCount(ofIDs: request.ids)
    let query = violations.checkOptionalQuery(request.query)
    try violations.check()
    let found = try found(page, ids: request.ids, query, by: access, in: tx)
    var data: [Organization] = []
    for stored in found.items { data.append(try shown(stored, in: tx)) }
    return ListOrganizationsResponse(data, hasMore: found.hasMore)
  }

  /// Changes the fields that the request sets.
  public static func update(
    _ request: UpdateOrganizationRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> Organization {
    let id = request.id
    var violations = Violations()
    violations.checkID(id, of: .organization)
    if let name = request.name { violations.checkName(name, limit: nameLimit) }
    try violations.check()
    try access.require(.updateOrganizations, at: .organization(id), of: "organization", id)

    let now = tx.now
    let updated = try AdminSchema.organizations.update(
      id, ifMatch: request.ifMatch, in: &tx
    ) { organization in
      guard let name = request.name, name != organization.name else { return }
      organization.name = name
      organization.updatedAt = now
    }
    return try shown(updated, in: tx)
  }

  /// Returns the organization as callers see it, with what it contains counted.
  private static func shown(
    _ stored: Stored<Organization>, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Organization {
    var organization = stored.resource
    let id = organization.id
    organization.workspaceCount = UInt32(clamping: try workspaceCount(of: id, in: tx))
    organization.memberCount = UInt32(clamping: try memberCount(of: id, in: tx))
    organization.keyCount = UInt32(clamping: try keyCount(of: id, in: tx))
    return organization
  }

  /// Returns the number of an organization's active workspaces, without its Default Workspace.
  static func workspaceCount(
    of id: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Int {
    try AdminSchema.workspaces.count(AdminSchema.activeWorkspaces, at: IndexKey(id), in: tx)
  }

  /// Returns the number of an organization's members.
  static func memberCount(
    of id: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Int {
    try AdminSchema.memberships.count(AdminSchema.membersByOrganization, at: IndexKey(id), in: tx)
  }

  /// Returns the number of an organization's API keys that are not archived.
  static func keyCount(
    of id: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Int {
    try AdminSchema.keys.count(AdminSchema.keysInUse, at: IndexKey(id), in: tx)
  }

  static func checkID(_ id: String, field: String = "id") throws {
    var violations = Violations()
    violations.checkID(id, of: .organization, field: field)
    try violations.check()
  }
}
