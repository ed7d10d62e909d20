internal import AdminProtos
internal import Store

/// The people that the installation knows, each by a mail address. ``Accounts`` describes their
/// life.
public enum Users {
  static let nameLimit = 100

  /// Returns the account of an address, in any case.
  static func account(
    of address: MailAddress, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Stored<UserRecord>? {
    try AdminSchema.users.first(
      AdminSchema.usersByAddress, at: IndexKey("", address.folded), in: tx)
  }

  /// Returns the unclaimed user that an organization has for an address.
  static func unclaimed(
    _ address: MailAddress, in organization: String,
    _ tx: borrowing some Transaction & ~Copyable
  ) throws -> Stored<UserRecord>? {
    try AdminSchema.users.first(
      AdminSchema.usersByAddress, at: IndexKey(organization, address.folded), in: tx)
  }

  /// Returns the ids of all users with an address, with any tag, whatever organization they belong
  /// to. They are few.
  static func ids(
    of address: MailAddress, in tx: borrowing some Transaction & ~Copyable
  ) throws -> [String] {
    var ids: [String] = []
    try AdminSchema.users.forEach(
      of: AdminSchema.usersByUntaggedAddress, at: IndexKey(address.untagged), in: tx
    ) { user in
      ids.append(user.record.id)
      return true
    }
    return ids
  }

  /// Creates a user.
  ///
  /// - Parameter organization: The organization in which the user is unclaimed; empty for an
  ///   account.
  static func create(
    _ address: MailAddress, name: String, unclaimedIn organization: String = "",
    in tx: inout WriteTransaction
  ) throws -> Stored<UserRecord> {
    var violations = Violations()
    violations.checkName(name, limit: nameLimit)
    try violations.check()
    let record = UserRecord(
      id: try tx.newID(of: .user), email: address.text, name: name, createdAt: tx.now,
      updatedAt: tx.now, unclaimedIn: organization)
    return try AdminSchema.users.insert(record, in: &tx)
  }
}
