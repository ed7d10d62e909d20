public import AdminProtos
internal import Store

/// Somebody in an organization: the person, and their place there.
public struct Member: Hashable, Sendable {
  public let user: UserRecord
  public let membership: MembershipRecord

  /// Changes when either does.
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
  /// Refuses to change or remove an admin, and to make one, where a caller wants them left alone.
  func refuseAdmin(becoming role: String? = nil) throws {
    guard [membership.role, role].contains(Role.admin.rawValue) else { return }
    let problem =
      membership.role == Role.admin.rawValue ? "is an admin" : "is to be made an admin"
    throw AdminError.refused(
      reason: "ADMINS_SPARED",
      message: "User \(user.id) \(problem) of organization \(membership.organizationId), and this "
        + "caller leaves admins alone. Use the command line: steward users.")
  }
}

/// Who is to become a member.
public struct MemberDraft: Sendable, Hashable {
  public var organization: String
  public var email: String
  /// Of somebody who is not known by this address yet; of others it is left as it is.
  public var name: String
  public var role: String
  /// A key of the organization that is to be theirs; empty for none.
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

/// The fields of a member that an update gives. What is nil stays as it is.
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
