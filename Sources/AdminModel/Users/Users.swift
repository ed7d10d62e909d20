internal import StewardProtos
internal import Store

/// The people that the installation knows, each by one mail address, in however many organizations they are.
enum Users {
  static let nameLimit = 100

  /// Returns whoever has this address, whatever its case.
  static func known(
    by address: MailAddress, in tx: borrowing some Transaction & ~Copyable
  ) throws -> Stored<UserRecord>? {
    try AdminSchema.users.first(
      AdminSchema.usersByAddress, at: IndexKey(address.folded), in: tx)
  }

  /// Makes somebody known, by an address that nobody has yet.
  static func create(
    _ address: MailAddress, name: String, isSuperAdmin: Bool = false,
    in tx: inout WriteTransaction
  ) throws -> Stored<UserRecord> {
    var violations = Violations()
    violations.checkName(name, limit: nameLimit)
    try violations.check()
    let record = UserRecord(
      id: try tx.newID(of: .user), email: address.text, name: name, createdAt: tx.now,
      updatedAt: tx.now, isSuperAdmin: isSuperAdmin)
    return try AdminSchema.users.insert(record, in: &tx)
  }

  /// Returns whoever has this address, who is made known if they weren't; then the name counts.
  static func ensure(
    _ address: MailAddress, name: String, in tx: inout WriteTransaction
  ) throws -> (user: Stored<UserRecord>, isNew: Bool) {
    if let user = try known(by: address, in: tx) { return (user, false) }
    return (try create(address, name: name, in: &tx), true)
  }
}
