internal import AdminProtos
internal import Store

/// A member of an organization: the user, and their membership.
struct Member: Hashable {
  let user: UserRecord
  let membership: MembershipRecord

  /// The etag. It changes when the user or the membership does.
  let etag: String

  init(_ user: Stored<UserRecord>, _ membership: Stored<MembershipRecord>) {
    self.user = user.record
    self.membership = membership.record
    etag = user.revision > membership.revision ? user.etag : membership.etag
  }

  /// Returns the member as callers see them, with their keys counted. The etag doesn't depend on
  /// the count.
  func resource(in tx: borrowing some Transaction & ~Copyable) throws -> User {
    var resource = try user.shown(etag, in: tx)
    resource.organizationId = membership.organizationId
    resource.role = membership.role
    resource.addedAt = membership.addedAt
    resource.suspendedAt = membership.suspendedAt
    let keys = try Keys.count(ownedBy: user.id, in: membership.organizationId, tx)
    resource.keyCount = UInt32(clamping: keys)
    return resource
  }

  func requireMatch(_ expected: String) throws {
    guard expected.isEmpty || expected == etag else {
      throw StoreError.etagMismatch("user", user.id)
    }
  }

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

extension UserRecord {
  /// Returns the fields that are the same in every organization, as callers see them.
  func shown(
    _ etag: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> User {
    User(
      id: id, email: email, name: name, isSuperAdmin: isSuperAdmin,
      unclaimed: !unclaimedIn.isEmpty, lastLoginAt: try LoginPeers.lastLogin(of: id, in: tx)
    ).shown(etag)
  }
}
