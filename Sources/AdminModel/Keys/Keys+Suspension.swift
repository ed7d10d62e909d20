internal import AdminProtos
internal import Store

/// A key doesn't work while its owner is suspended. The key itself says so, which spares the
/// verification the owner's membership: every change of the owner or of their suspension keeps the
/// mark true in the same commit.
extension Keys {
  /// Marks the keys of a member who is suspended, or takes the marks back. Archived keys have none.
  ///
  /// - Returns: How many keys stopped working, or work again.
  static func mark(
    keysOf user: String, of organization: String, suspended isSuspended: Bool,
    in tx: inout WriteTransaction
  ) throws -> Int {
    let keys = try inUse(.user(user), of: organization, in: tx)
      .filter { $0.userSuspended != isSuspended }
    let action = isSuspended ? "api_key.suspended" : "api_key.resumed"
    for key in keys {
      _ = try change(key.id, ifMatch: "", action, in: &tx) { $0.userSuspended = isSuspended }
    }
    let now = tx.now
    return keys.count { KeyStatus(of: $0, at: now) == .active }
  }
}
