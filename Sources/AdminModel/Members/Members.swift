public import AdminProtos
public import Store

/// The operations on the members of organizations, as functions of a transaction.
public enum Members {
  /// Makes an unclaimed user a member at once, whatever other organizations know of the address. A
  /// pending invite of the address is withdrawn, since it is no longer needed.
  public static func add(
    _ request: AddUserRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> User {
    let (organization, name) = (request.organizationId, request.name)
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    let address = violations.checkAddress(request.email)
    violations.checkRole(request.role, of: Role.ofOrganizations)
    if !name.isEmpty { violations.checkName(name, limit: Users.nameLimit) }
    try violations.check()

    try requireOrganization(organization, .manageUsers, by: access, in: tx)
    try refuseMember(address, of: organization, in: tx)
    let user =
      try Users.unclaimed(address, in: organization, tx)
      ?? Users.create(address, name: name, unclaimedIn: organization, in: &tx)
    let membership = try insert(user.record, role: request.role, into: organization, in: &tx)
    try Invites.withdrawPending(to: address, of: organization, in: &tx)
    let member = Member(user, membership)
    if !request.keyId.isEmpty { try give(key: request.keyId, to: member, by: access, in: &tx) }
    return try member.resource(in: tx)
  }

  /// Returns one member, with the workspaces in which they have a role of their own.
  public static func get(
    _ request: GetUserRequest, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> User {
    let (id, organization) = (request.id, request.organizationId)
    var violations = Violations()
    violations.checkID(organization, of: .organization, field: "organization_id")
    violations.checkID(id, of: .user)
    try violations.check()
    var user = try find(id, of: organization, for: .readUsers, by: access, in: tx).resource(in: tx)
    if access.allows(.readWorkspaceMembers, at: .organization(organization)) {
      user.workspaces = try WorkspaceMembers.ownRoles(of: id, in: organization, tx)
    }
    return user
  }

  /// Returns one member, if the caller may do this in the organization.
  static func find(
    _ id: String, of organization: String, for permission: Permission, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> Member {
    try requireOrganization(organization, permission, by: access, in: tx)
    guard let membership = try membership(of: id, in: organization, tx) else {
      throw StoreError.notFound("user", id)
    }
    return try member(membership, in: tx)
  }

  /// Returns a user's membership in an organization, if there is one.
  static func membership(
    of user: String, in organization: String, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> Stored<MembershipRecord>? {
    try AdminSchema.memberships.get(AdminSchema.membershipKey(organization, user), in: tx)
  }

  /// Returns an address's membership in an organization: that of its account, or that of the user
  /// who is unclaimed there.
  static func membership(
    of address: MailAddress, in organization: String,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws -> Stored<MembershipRecord>? {
    for user in [
      try Users.account(of: address, in: tx), try Users.unclaimed(address, in: organization, tx),
    ] {
      guard let user, let found = try membership(of: user.record.id, in: organization, tx) else {
        continue
      }
      return found
    }
    return nil
  }

  /// Returns a membership together with its user.
  static func member(
    _ membership: Stored<MembershipRecord>, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Member {
    Member(try AdminSchema.users.require(membership.record.userId, in: tx), membership)
  }

  /// Adds a user to an organization. Throws if the user is a member already.
  static func insert(
    _ user: UserRecord, role: String, into organization: String, in tx: inout WriteTransaction
  ) throws -> Stored<MembershipRecord> {
    try refuseMember(user, of: organization, in: tx)
    return try AdminSchema.memberships.insert(
      MembershipRecord(
        organizationId: organization, userId: user.id, role: role, addedAt: tx.now,
        updatedAt: tx.now, userName: user.name, userEmail: user.email),
      in: &tx)
  }

  /// Throws if an address has a membership in an organization.
  static func refuseMember(
    _ address: MailAddress, of organization: String,
    in tx: borrowing some Transaction & ~Copyable
  ) throws {
    guard let membership = try membership(of: address, in: organization, tx) else { return }
    try refuseMember(member(membership, in: tx).user, of: organization, in: tx)
  }

  static func refuseMember(
    _ user: UserRecord, of organization: String, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    guard let membership = try membership(of: user.id, in: organization, tx) else { return }
    throw AdminError.exists(
      reason: "ALREADY_MEMBER",
      message: "\(user.email) is already a member of organization \(organization): user "
        + "\(user.id), with the role \(membership.record.role). "
        + (membership.record.suspendedAt == nil
          ? "Update that user instead."
          : "The user is suspended. Resume that user instead: steward users resume \(user.id) "
            + "--org \(organization)"))
  }

  static func requireOrganization(
    _ id: String, _ permission: Permission, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws {
    try access.require(permission, at: .organization(id), of: "organization", id)
    _ = try AdminSchema.organizations.require(id, in: tx)
  }
}
