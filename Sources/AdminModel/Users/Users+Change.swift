internal import StewardProtos
internal import Store

extension Users {
  /// Changes what is true of somebody wherever they are: their name, and whether they are a super admin.
  static func update(
    _ id: String, name: String?, isSuperAdmin: Bool?, by access: Access,
    in tx: inout WriteTransaction
  ) throws -> Stored<UserRecord> {
    let user = try AdminSchema.users.require(id, in: tx)
    if let name, name != user.record.name { try requireRenaming(of: user.record, access, tx) }
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

  /// A name is the same in every organization, so one organization's admin can't change it for the others.
  private static func requireRenaming(
    of user: UserRecord, _ access: Access, _ tx: borrowing WriteTransaction
  ) throws {
    guard !access.allows(.manageUsers, at: .installation) else { return }
    var isAllowed = !user.isSuperAdmin
    try AdminSchema.memberships.forEach(
      of: AdminSchema.membershipsByUser, at: IndexKey(user.id), in: tx
    ) { membership in
      let scope = Scope.organization(membership.record.organizationId)
      isAllowed = isAllowed && access.allows(.manageUsers, at: scope)
      return isAllowed
    }
    guard !isAllowed else { return }
    throw AdminError.denied(
      message: "User \(user.id) is known outside of your organizations too, where the name would "
        + "change as well. Ask a super admin to change it.")
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
