internal import AdminProtos
internal import Store

/// What ends with a membership outside the organization itself.
extension Members {
  /// Ends what a user had through an organization after their membership ended. That is a password
  /// reset that the organization's admins made. After the last membership it is also the user's
  /// account and their rights over the installation. A user who is suspended in all other
  /// organizations keeps the account and loses the sessions.
  ///
  /// - Returns: Whether the user was a super admin and no longer is.
  static func left(
    _ user: String, _ organization: String, in tx: inout WriteTransaction
  ) throws -> Bool {
    try PasswordResets.end(of: user, from: organization, in: &tx)
    guard try Users.organizations(of: user, in: tx).isEmpty else {
      _ = try Sessions.endIfSuspended(user, in: &tx)
      return false
    }
    return try Accounts.end(user, keptIn: organization, in: &tx)
  }

  /// Ends the super admin's rights of the members whose only organization this is. Returns how many
  /// there were.
  static func endSuperAdmins(of organization: String, in tx: inout WriteTransaction) throws -> Int {
    let leaving = try users(of: organization, in: tx).filter { user in
      try AdminSchema.users.require(user, in: tx).record.isSuperAdmin
        && Users.organizations(of: user, in: tx) == [organization]
    }
    for user in leaving { _ = try Accounts.end(user, keptIn: organization, in: &tx) }
    return leaving.count
  }

  /// Ends all memberships of an organization that is being deleted. Returns how many.
  static func endAll(of organization: String, in tx: inout WriteTransaction) throws -> Int {
    let users = try users(of: organization, in: tx)
    try AdminSchema.memberships.deleteAll(
      of: AdminSchema.membershipsByOrganization, at: IndexKey(organization), in: &tx)
    for user in users { _ = try left(user, organization, in: &tx) }
    return users.count
  }

  private static func users(
    of organization: String, in tx: borrowing some Transaction & ~Copyable
  ) throws -> [String] {
    var users: [String] = []
    try AdminSchema.memberships.forEach(
      of: AdminSchema.membershipsByOrganization, at: IndexKey(organization), in: tx
    ) { membership in
      users.append(membership.record.userId)
      return true
    }
    return users
  }
}
