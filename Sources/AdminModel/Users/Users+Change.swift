internal import StewardProtos
internal import Store

extension Users {
  /// Changes what is true of somebody wherever they are: their name, and whether they are a super admin.
  static func update(
    _ id: String, name: String?, isSuperAdmin: Bool?, by access: Access,
    in tx: inout WriteTransaction
  ) throws -> Stored<UserRecord> {
    let user = try AdminSchema.users.require(id, in: tx)
    if let name, name != user.record.name {
      try requireWhole(user.record, for: "the name", by: access, in: tx)
    }
    if let isSuperAdmin, isSuperAdmin != user.record.isSuperAdmin {
      try access.require(.manageUsers, at: .installation, of: "user", id)
      if !isSuperAdmin { try requireAnotherSuperAdmin(than: id, in: tx) }
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

  private static func requireAnotherSuperAdmin(
    than id: String, in tx: borrowing WriteTransaction
  ) throws {
    let count = try AdminSchema.users.count(
      AdminSchema.superAdmins, at: AdminSchema.superAdminsKey, in: tx)
    guard count < 2 else { return }
    throw AdminError.refused(
      reason: "LAST_SUPER_ADMIN",
      message: "User \(id) is the last super admin. Make another one first.")
  }
}
