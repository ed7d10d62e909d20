public import AdminProtos
public import Store

/// The operations on organizations, as functions of a transaction.
public enum Organizations {
  private static let nameLimit = 100

  /// Creates an organization and its Default Workspace.
  public static func create(
    named name: String, by access: Access, in tx: inout WriteTransaction
  ) throws -> Stored<OrganizationRecord> {
    try access.require(.createOrganizations, at: .installation, of: "organization", name)
    var violations = Violations()
    violations.checkName(name, limit: nameLimit)
    try violations.check()

    let record = OrganizationRecord(
      id: try tx.newID(of: .organization), name: name, createdAt: tx.now, updatedAt: tx.now,
      defaultWorkspaceId: try tx.newID(of: .workspace))
    let stored = try AdminSchema.organizations.insert(record, in: &tx)
    try Workspaces.createDefault(of: record, in: &tx)
    return stored
  }

  /// Returns one organization.
  public static func get(
    _ id: String, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Stored<OrganizationRecord> {
    try checkID(id)
    try access.require(.readOrganizations, at: .organization(id), of: "organization", id)
    return try AdminSchema.organizations.require(id, in: tx)
  }

  /// Returns a page of the organizations that the caller may know of, newest first.
  ///
  /// - Parameters:
  ///   - limit: 1 to 1000; 20 when nil.
  ///   - after: The id that the page begins after; empty for none.
  ///   - before: The id that the page ends before; empty for none.
  public static func list(
    limit: Int32?, after: String, before: String, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> Page<OrganizationRecord> {
    var violations = Violations()
    let page = PageRequest.newestFirst(
      limit: limit, after: after, before: before, of: .organization, into: &violations)
    try violations.check()
    guard let known = access.organizations else {
      return try AdminSchema.organizations.page(page, in: tx)
    }
    return try AdminSchema.organizations.page(page, among: known, in: tx)
  }

  /// Renames an organization, if a name is given.
  ///
  /// - Parameter etag: The etag that it must still have; empty for any.
  public static func update(
    _ id: String, name: String?, ifMatch etag: String, by access: Access,
    in tx: inout WriteTransaction
  ) throws -> Stored<OrganizationRecord> {
    var violations = Violations()
    violations.checkID(id, of: .organization)
    if let name { violations.checkName(name, limit: nameLimit) }
    try violations.check()
    try access.require(.updateOrganizations, at: .organization(id), of: "organization", id)

    let now = tx.now
    return try AdminSchema.organizations.update(id, ifMatch: etag, in: &tx) { record in
      guard let name, name != record.name else { return }
      record.name = name
      record.updatedAt = now
    }
  }

  /// Returns the number of an organization's active workspaces, without its Default Workspace.
  public static func workspaceCount(
    of id: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Int {
    try AdminSchema.workspaces.count(AdminSchema.activeWorkspaces, at: IndexKey(id), in: tx)
  }

  /// Returns the number of an organization's members.
  public static func memberCount(
    of id: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Int {
    try AdminSchema.memberships.count(AdminSchema.membersByOrganization, at: IndexKey(id), in: tx)
  }

  /// Returns the number of an organization's API keys that are not archived.
  public static func keyCount(
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
