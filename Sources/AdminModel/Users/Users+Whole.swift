internal import AdminProtos
internal import Store

/// What is the same for a user in every organization, such as the name and the password.
extension Users {
  /// Returns the organizations that a user is a member of.
  static func organizations(
    of user: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> [String] {
    var organizations: [String] = []
    try AdminSchema.memberships.forEach(
      of: AdminSchema.membershipsByUser, at: IndexKey(user), in: tx
    ) { membership in
      organizations.append(membership.record.organizationId)
      return true
    }
    return organizations
  }

  /// Returns whether a user has no right anywhere, because they are suspended wherever they are a
  /// member. Such a user has no sessions.
  static func isSuspended(
    _ user: UserRecord, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Bool {
    guard !user.isSuperAdmin else { return false }
    var (isMember, isActive) = (false, false)
    try AdminSchema.memberships.forEach(
      of: AdminSchema.membershipsByUser, at: IndexKey(user.id), in: tx
    ) { membership in
      isMember = true
      isActive = membership.record.suspendedAt == nil
      return !isActive
    }
    return isMember && !isActive
  }

  /// Throws unless the caller may change what is the same everywhere. One organization's admin
  /// can't do so for the other organizations.
  ///
  /// - Parameters:
  ///   - permission: The permission that the caller must hold in all of the user's organizations.
  ///   - what: What is to be changed, such as "the name".
  static func requireWhole(
    _ user: UserRecord, _ permission: Permission, for what: String, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws {
    guard !access.allows(permission, at: .installation) else { return }
    let organizations = try organizations(of: user.id, in: tx)
    let shared = organizations.filter { access.organizations?.contains($0) ?? true }
    guard !shared.isEmpty else { throw StoreError.notFound("user", user.id) }
    for organization in shared {
      try access.require(permission, at: .organization(organization), of: "user", user.id)
    }
    guard shared == organizations, !user.isSuperAdmin else {
      throw AdminError.denied(
        message: "User \(user.id) is also known outside of your organizations, and \(what) would "
          + "change there too. Ask a super admin to change it.")
    }
  }
}
