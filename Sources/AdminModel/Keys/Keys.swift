public import AdminProtos
internal import GoogleProtos
public import Store

/// The operations on API keys, as functions of a transaction.
public enum Keys {
  static let nameLimit = 500
  /// The prefix of keys that are issued here.
  public static let prefix = "sk-stw-"

  /// Returns one key, without its secret.
  public static func get(
    _ id: String, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> ApiKey {
    try shown(find(id, for: .readKeys, by: access, in: tx), in: tx)
  }

  /// Returns one key, if the caller may do this with it. A caller may do some things only with the
  /// keys that they own.
  static func find(
    _ id: String, for permission: Permission, by access: Access,
    in tx: borrowing some Transaction & ~Copyable
  ) throws -> Stored<KeyRecord> {
    var violations = Violations()
    violations.checkID(id, of: .key)
    try violations.check()
    let stored = try AdminSchema.keys.require(id, in: tx)
    let key = stored.record.key
    try access.require(
      permission, reading: .readKeys, at: key.scope, of: AdminSchema.keys.noun, id,
      owner: key.userId)
    return stored
  }

  static func requireMember(
    _ user: String, of organization: String, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    let key = AdminSchema.membershipKey(organization, user)
    guard try !AdminSchema.memberships.contains(key, in: tx) else { return }
    throw AdminError.refused(
      reason: "USER_NOT_A_MEMBER",
      message:
        "User \(user) is not a member of organization \(organization), so they can't own a key "
        + "there. Add them first.")
  }

  /// Throws if a member is suspended, who can't be given a key: it wouldn't work.
  static func refuseSuspended(
    _ user: String, of organization: String, in tx: borrowing some Transaction & ~Copyable
  ) throws {
    guard try Members.membership(of: user, in: organization, tx)?.record.suspendedAt != nil else {
      return
    }
    throw AdminError.refused(
      reason: "USER_SUSPENDED",
      message: "User \(user) is suspended in organization \(organization), so a key of the user "
        + "wouldn't work. Choose another owner, or resume the user first: steward users resume "
        + "\(user) --org \(organization)")
  }

  /// Returns how many keys of an organization a user owns that aren't archived.
  static func count(
    ownedBy user: String, in organization: String, _ tx: borrowing some Transaction & ~Copyable
  ) throws -> Int {
    try AdminSchema.keys.count(
      AdminSchema.keysOfOwner, at: IndexKey(organization, user), in: tx)
  }

  /// Returns the first of a key's hints that no sibling has. If all are taken, the key's id
  /// distinguishes it, so that a hint never shows more than it may.
  static func freeHint(
    of id: String, in organization: String, among hints: [String],
    in tx: borrowing WriteTransaction
  ) throws -> String {
    for hint in hints {
      let holder = try AdminSchema.keys.first(
        AdminSchema.keysByHint, at: IndexKey(organization, hint), in: tx)
      if holder == nil || holder?.record.key.id == id { return hint }
    }
    return "\(hints.last ?? "...") of \(id)"
  }

  static func refuseArchived(_ key: ApiKey) throws {
    guard key.archivedAt != nil else { return }
    throw AdminError.refused(
      reason: "KEY_ARCHIVED",
      message: "API key \(key.id) is archived permanently. Issue another one.")
  }

  static func refuseExpired(_ key: ApiKey, at now: GoogleTimestamp) throws {
    guard key.hasExpired(at: now) else { return }
    throw AdminError.refused(
      reason: "KEY_EXPIRED",
      message: "API key \(key.id) has expired and can't be used again. Issue another one.")
  }
}
