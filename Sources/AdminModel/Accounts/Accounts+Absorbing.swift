internal import AdminProtos
internal import Store

extension Accounts {
  /// Replaces an unclaimed user with an account. The account takes over the membership, the
  /// workspaces, the keys and the references of manifest sets; the unclaimed user is deleted.
  static func absorb(
    _ unclaimed: UserRecord, into account: UserRecord, in tx: inout WriteTransaction
  ) throws {
    let organization = unclaimed.unclaimedIn
    if let place = try Members.membership(of: unclaimed.id, in: organization, tx)?.record {
      try Members.refuseMember(account, of: organization, in: tx)
      try move(place, to: account, in: &tx)
      try moveWorkspaces(of: unclaimed.id, in: organization, to: account.id, in: &tx)
      try moveKeys(of: unclaimed.id, in: organization, to: account.id, in: &tx)
    }
    try AdminSchema.users.delete(unclaimed.id, action: "user.absorbed", in: &tx)
  }

  private static func move(
    _ place: MembershipRecord, to account: UserRecord, in tx: inout WriteTransaction
  ) throws {
    let old = AdminSchema.membershipKey(place.organizationId, place.userId)
    var moved = place
    moved.userId = account.id
    moved.copyText(of: account)
    moved.updatedAt = tx.now
    try AdminSchema.memberships.delete(old, in: &tx)
    try AdminSchema.memberships.insert(moved, in: &tx)
    try rename(old, AdminSchema.membershipKey(place.organizationId, account.id), in: &tx)
  }

  private static func moveWorkspaces(
    of user: String, in organization: String, to account: String, in tx: inout WriteTransaction
  ) throws {
    let key = IndexKey(user, organization)
    let index = AdminSchema.workspaceMembersByUser
    while let place = try AdminSchema.workspaceMembers.first(index, at: key, in: tx)?.record {
      let old = AdminSchema.workspaceMemberKey(place.workspaceId, user)
      var moved = place
      moved.userId = account
      moved.updatedAt = tx.now
      try AdminSchema.workspaceMembers.delete(old, in: &tx)
      try AdminSchema.workspaceMembers.insert(moved, in: &tx)
      try rename(old, AdminSchema.workspaceMemberKey(place.workspaceId, account), in: &tx)
    }
  }

  private static func moveKeys(
    of user: String, in organization: String, to account: String, in tx: inout WriteTransaction
  ) throws {
    let prefix = KeyView(axis: .user(user)).prefix(organization: organization)
    while let found = try AdminSchema.keys.first(AdminSchema.keysByView, at: prefix, in: tx) {
      try AdminSchema.keys.update(found.record.key.id, in: &tx) { $0.key.userId = account }
    }
  }

  /// Updates the manifest sets that own a record to the record's new id.
  private static func rename(
    _ old: String, _ new: String, in tx: inout WriteTransaction
  ) throws {
    while let owned = try AdminSchema.ownedObjects.first(
      AdminSchema.ownedObjectsByID, at: IndexKey(old), in: tx)?.record
    {
      let key = IndexKey(owned.manifestSet, owned.kind, owned.handle)
      try AdminSchema.ownedObjects.update(key, in: &tx) { $0.id = new }
    }
  }
}
