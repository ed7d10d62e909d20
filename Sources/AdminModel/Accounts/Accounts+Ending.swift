internal import AdminProtos
internal import Store

extension Accounts {
  /// Ends an account and its rights over the installation: its password, its sessions and any
  /// password reset. The user is unclaimed afterwards.
  ///
  /// - Parameter organization: The organization that keeps the user; empty for none.
  /// - Returns: Whether the user was a super admin and no longer is.
  static func end(
    _ id: String, keptIn organization: String, in tx: inout WriteTransaction
  ) throws -> Bool {
    let user = try AdminSchema.users.require(id, in: tx).record
    if user.isSuperAdmin { try SuperAdmins.requireAnother(than: user, in: tx) }
    try PasswordResets.end(of: id, in: &tx)
    _ = try Sessions.endAll(of: id, .left, in: &tx)
    try Passwords.end(of: id, in: &tx)
    try LoginPeers.end(of: id, in: &tx)
    let now = tx.now
    try AdminSchema.users.update(id, in: &tx) { record in
      var changed = record
      changed.isSuperAdmin = false
      changed.unclaimedIn = organization
      guard changed != record else { return }
      changed.updatedAt = now
      record = changed
    }
    return user.isSuperAdmin
  }
}
