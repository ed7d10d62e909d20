public import AdminProtos
public import Store

/// A user with all rights in the whole installation.
public struct SuperAdmin: Hashable, Sendable {
  public let user: UserRecord
  /// Whether the user has a password to log in with.
  public let canLogIn: Bool
  /// The organizations of which the user is a member.
  public let organizations: [String]
}

/// The super admins of the installation. At least one who can log in always stays.
public enum SuperAdmins {
  /// Returns a page of the super admins, newest user first.
  ///
  /// - Parameters:
  ///   - limit: 1 to 1000; 20 when nil.
  ///   - after: The id of the user that the page begins after; empty for none.
  ///   - before: The id of the user that the page ends before; empty for none.
  public static func list(
    limit: Int32?, after: String, before: String, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> Listing<SuperAdmin> {
    var violations = Violations()
    let page = PageRequest.newestFirst(
      limit: limit, after: after, before: before, of: .user, into: &violations)
    try violations.check()
    try access.require(.manageSuperAdmins, at: .installation, of: "user", "")
    let found = try AdminSchema.users.page(
      page, of: AdminSchema.superAdmins, at: AdminSchema.superAdminsKey, in: tx)
    return Listing(
      items: try found.items.map { try entry($0.record, in: tx) }, hasMore: found.hasMore)
  }

  /// Returns the super admins who are in no organization, so that no list of members shows them.
  static func withoutMembership(
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> [UserRecord] {
    try all(in: tx).filter { try Users.organizations(of: $0.id, in: tx).isEmpty }
  }

  /// Throws unless another super admin who can log in stays. It guards every change that takes a
  /// super admin's rights or password. If the user can't log in, any other super admin is enough.
  static func requireAnother(
    than user: UserRecord, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    let others = try all(in: tx).filter { $0.id != user.id }
    let isReplaceable = try !canLogIn(user, in: tx) && !others.isEmpty
    guard try !isReplaceable && !others.contains(where: { try canLogIn($0, in: tx) }) else {
      return
    }
    throw AdminError.refused(
      reason: "LAST_SUPER_ADMIN",
      message: "User \(user.id) is the last super admin who can log in. Make another user with a "
        + "password a super admin first.")
  }

  /// Throws if the user is unclaimed or has no password. The rights would belong to the next holder
  /// of a token for the user.
  static func requireAccount(
    _ user: UserRecord, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    guard try !user.unclaimedIn.isEmpty || !canLogIn(user, in: tx) else { return }
    throw AdminError.refused(
      reason: "USER_UNCLAIMED",
      message: "User \(user.id) has no password, so nothing proves yet who the user is. Let the "
        + "user join first: steward users reset-password \(user.id)")
  }

  private static func entry(
    _ user: UserRecord, in tx: borrowing some Transaction & ~Copyable
  ) throws -> SuperAdmin {
    SuperAdmin(
      user: user, canLogIn: try canLogIn(user, in: tx),
      organizations: try Users.organizations(of: user.id, in: tx))
  }

  private static func canLogIn(
    _ user: UserRecord, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Bool {
    try Passwords.hash(of: user.id, in: tx) != nil
  }

  static func all(
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> [UserRecord] {
    var found: [UserRecord] = []
    try AdminSchema.users.forEach(
      of: AdminSchema.superAdmins, at: AdminSchema.superAdminsKey, in: tx
    ) { user in
      found.append(user.record)
      return true
    }
    return found
  }
}
