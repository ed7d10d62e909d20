internal import AdminProtos
internal import Store

/// The copies of each user's name and address in the memberships. An index of an organization's
/// members by name can only be made of what their memberships hold.
extension Members {
  /// Copies a user's name and address to all of their memberships. Every change of a user's name
  /// must call it.
  static func copyText(of user: UserRecord, in tx: inout WriteTransaction) throws {
    for organization in try Users.organizations(of: user.id, in: tx) {
      try AdminSchema.memberships.update(
        AdminSchema.membershipKey(organization, user.id), in: &tx
      ) { $0.copyText(of: user) }
    }
  }

  /// Copies the names and addresses of all users, for stores and exports of versions that had no
  /// such copies. What is up to date stays as it is.
  static func copyAllTexts(in tx: inout WriteTransaction) throws {
    var outdated: [UserRecord] = []
    try AdminSchema.memberships.forEach(in: tx) { stored in
      guard let user = try AdminSchema.users.get(stored.record.userId, in: tx)?.record else {
        return true
      }
      if !stored.record.hasText(of: user) { outdated.append(user) }
      return true
    }
    for user in outdated { try copyText(of: user, in: &tx) }
  }
}

extension MembershipRecord {
  mutating func copyText(of user: UserRecord) { (userName, userEmail) = (user.name, user.email) }

  fileprivate func hasText(of user: UserRecord) -> Bool {
    (userName, userEmail) == (user.name, user.email)
  }
}
