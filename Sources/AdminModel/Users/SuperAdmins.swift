internal import AdminLists
public import AdminProtos
public import Store

/// The super admins of the installation. At least one who can log in always stays.
public enum SuperAdmins {
  /// Returns a page of the super admins, newest user first.
  public static func list(
    _ request: ListSuperAdminsRequest, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> ListSuperAdminsResponse {
    var violations = Violations()
    let page = PageRequest.newestFirst(
      limit: request.limit, after: request.afterId, before: request.beforeId, of: .user,
      into: &violations)
    try violations.check()
    try access.require(.manageSuperAdmins, at: .installation, of: "user", "")
    let found = try AdminSchema.users.page(
      page, of: AdminSchema.superAdmins, at: AdminSchema.superAdminsKey, in: tx)
    return ListSuperAdminsResponse(
      try found.items.map { try shown($0.record, in: tx) }, hasMore: found.hasMore, id: \.id)
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

  private static func shown(
    _ user: UserRecord, in tx: borrowing some Transaction & ~Copyable
  ) throws -> SuperAdmin {
    SuperAdmin(
      id: user.id, type: "super_admin", email: user.email, name: user.name,
      canLogIn: try canLogIn(user, in: tx),
      organizationIds: try Users.organizations(of: user.id, in: tx))
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
