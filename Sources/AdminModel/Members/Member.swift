public import AdminProtos
internal import Store

/// A member of an organization: the user, and their membership.
public struct Member: Hashable, Sendable {
  public let user: UserRecord
  public let membership: MembershipRecord

  /// The etag. It changes when the user or the membership does.
  public let etag: String

  init(_ user: Stored<UserRecord>, _ membership: Stored<MembershipRecord>) {
    self.user = user.record
    self.membership = membership.record
    etag = user.revision > membership.revision ? user.etag : membership.etag
  }

  func requireMatch(_ expected: String) throws {
    guard expected.isEmpty || expected == etag else {
      throw StoreError.etagMismatch("user", user.id)
    }
  }
}

extension Member {
  /// Throws if the change concerns an admin or makes one. It is for callers that want admins left
  /// alone.
  func refuseAdmin(becoming role: String? = nil) throws {
    guard [membership.role, role].contains(Role.admin.rawValue) else { return }
    let problem =
      membership.role == Role.admin.rawValue ? "is an admin" : "would become an admin"
    throw AdminError.refused(
      reason: "ADMINS_SPARED",
      message: "User \(user.id) \(problem) of organization \(membership.organizationId), and this "
        + "client doesn't change admins. Use the command line: steward users.")
  }
}

/// The description of a member to add.
public struct MemberDraft: Sendable, Hashable {
  public var organization: String
  public var email: String
  /// The name of a user who isn't known by this address yet. A known user keeps their name.
  public var name: String
  public var role: String
  /// A key of the organization for the member to own; empty for none.
  public var key: String

  public init(
    organization: String, email: String, name: String = "", role: String, key: String = ""
  ) {
    self.organization = organization
    self.email = email
    self.name = name
    self.role = role
    self.key = key
  }
}

/// The fields of a member that an update sets. Fields that are nil stay as they are.
public struct MemberChanges: Sendable, Hashable {
  public var role: String?
  public var name: String?
  public var isSuperAdmin: Bool?

  public init(role: String? = nil, name: String? = nil, isSuperAdmin: Bool? = nil) {
    self.role = role
    self.name = name
    self.isSuperAdmin = isSuperAdmin
  }

  func check(into violations: inout Violations) {
    if let role { violations.checkRole(role, of: Role.ofOrganizations) }
    if let name { violations.checkName(name, limit: Users.nameLimit) }
  }
}
