public import AdminProtos
public import Store

extension Users {
  /// Changes the fields of a user that are the same in every organization: the name, and the super
  /// admin's rights. The caller must be allowed to manage users in the whole installation. It also
  /// works for a user who is in no organization. If such a user is no super admin afterwards, the
  /// account ends.
  public static func update(
    _ request: UpdateUserRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> User {
    let (id, etag) = (request.id, request.ifMatch)
    var violations = Violations()
    violations.checkID(id, of: .user)
    if request.role != nil {
      violations.add("role", "NO_ORGANIZATION", "needs an organization; say which one")
    }
    request.check(into: &violations)
    try violations.check()
    try access.require(.manageUsers, at: .installation, of: "user", id)
    let user = try AdminSchema.users.require(id, in: tx)
    guard etag.isEmpty || etag == user.etag else { throw StoreError.etagMismatch("user", id) }
    let changed = try apply(request, by: access, in: &tx)
    guard try !changed.record.isSuperAdmin && organizations(of: id, in: tx).isEmpty else {
      return try changed.record.shown(changed.etag, in: tx)
    }
    _ = try Accounts.end(id, keptIn: changed.record.unclaimedIn, in: &tx)
    let ended = try AdminSchema.users.require(id, in: tx)
    return try ended.record.shown(ended.etag, in: tx)
  }

  /// Changes the fields that are the same in every organization.
  static func apply(
    _ request: UpdateUserRequest, by access: Access, in tx: inout WriteTransaction
  ) throws -> Stored<UserRecord> {
    let (id, isSuperAdmin) = (request.id, request.isSuperAdmin)
    let user = try AdminSchema.users.require(id, in: tx)
    if let name = request.name, name != user.record.name {
      try requireWhole(user.record, .manageUsers, for: "the name", by: access, in: tx)
    }
    if let isSuperAdmin, isSuperAdmin != user.record.isSuperAdmin {
      try access.require(.manageSuperAdmins, at: .installation, of: "user", id)
      try isSuperAdmin
        ? SuperAdmins.requireAccount(user.record, in: tx)
        : SuperAdmins.requireAnother(than: user.record, in: tx)
    }
    let now = tx.now
    let changed = try AdminSchema.users.update(id, in: &tx) { record in
      var changed = record
      changed.name = request.name ?? record.name
      changed.isSuperAdmin = isSuperAdmin ?? record.isSuperAdmin
      guard changed != record else { return }
      changed.updatedAt = now
      record = changed
    }
    if changed.record.name != user.record.name {
      try Members.copyText(of: changed.record, in: &tx)
    }
    if user.record.isSuperAdmin { _ = try Sessions.endIfSuspended(id, in: &tx) }
    return changed
  }
}

extension UpdateUserRequest {
  func check(into violations: inout Violations) {
    if let role { violations.checkRole(role, of: Role.ofOrganizations) }
    if let name { violations.checkName(name, limit: Users.nameLimit) }
  }
}
