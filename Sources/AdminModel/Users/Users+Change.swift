public import AdminProtos
public import Store

extension Users {
  /// Changes the fields of a user that are the same in every organization: the name, and the super
  /// admin's rights. The caller must be allowed to manage users in the whole installation. It also
  /// works for a user who is in no organization. If such a user is no super admin afterwards, the
  /// account ends.
  ///
  /// - Parameter etag: The etag that the user must still have; empty for any.
  public static func update(
    _ id: String, _ changes: MemberChanges, ifMatch etag: String, by access: Access,
    in tx: inout WriteTransaction
  ) throws -> Stored<UserRecord> {
    var violations = Violations()
    violations.checkID(id, of: .user)
    if changes.role != nil {
      violations.add("role", "NO_ORGANIZATION", "needs an organization; say which one")
    }
    changes.check(into: &violations)
    try violations.check()
    try access.require(.manageUsers, at: .installation, of: "user", id)
    let user = try AdminSchema.users.require(id, in: tx)
    guard etag.isEmpty || etag == user.etag else { throw StoreError.etagMismatch("user", id) }
    let changed = try update(
      id, name: changes.name, isSuperAdmin: changes.isSuperAdmin, by: access, in: &tx)
    guard try !changed.record.isSuperAdmin && organizations(of: id, in: tx).isEmpty else {
      return changed
    }
    _ = try Accounts.end(id, keptIn: changed.record.unclaimedIn, in: &tx)
    return try AdminSchema.users.require(id, in: tx)
  }

  static func update(
    _ id: String, name: String?, isSuperAdmin: Bool?, by access: Access,
    in tx: inout WriteTransaction
  ) throws -> Stored<UserRecord> {
    let user = try AdminSchema.users.require(id, in: tx)
    if let name, name != user.record.name {
      try requireWhole(user.record, .manageUsers, for: "the name", by: access, in: tx)
    }
    if let isSuperAdmin, isSuperAdmin != user.record.isSuperAdmin {
      try access.require(.manageSuperAdmins, at: .installation, of: "user", id)
      try isSuperAdmin
        ? SuperAdmins.requireAccount(user.record, in: tx)
        : SuperAdmins.requireAnother(than: user.record, in: tx)
    }
    let now = tx.now
    return try AdminSchema.users.update(id, in: &tx) { record in
      var changed = record
      changed.name = name ?? record.name
      changed.isSuperAdmin = isSuperAdmin ?? record.isSuperAdmin
      guard changed != record else { return }
      changed.updatedAt = now
      record = changed
    }
  }
}
