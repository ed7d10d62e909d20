public import AdminProtos
internal import IPCProtos
public import Store

extension Passwords {
  /// Throws unless the caller may choose this password as their own. Returns the address that they
  /// log in with.
  public static func checkChange(
    to password: String, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> String {
    let user = try user(of: access, in: tx)
    try check(password, for: PasswordOwner(user, in: tx), field: "new_password")
    return user.email
  }

  /// Returns the address that the caller logs in with. Throws unless the caller is a user.
  public static func address(
    of access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> String {
    try user(of: access, in: tx).email
  }

  private static func user(
    of access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> UserRecord {
    guard let id = access.user else {
      throw AdminError.denied(
        message: "Only a user has a password. Call this with the access token of a session.")
    }
    return try AdminSchema.users.require(id, in: tx).record
  }

  /// Changes the password of the caller, whose attempt to log in with the former one was right.
  /// Ends their other sessions.
  public static func change(
    to hash: String, _ attempt: Logins.Attempt, by access: Access, in tx: inout WriteTransaction
  ) throws -> ChangePasswordResponse {
    let user = try Logins.confirm(attempt, in: &tx)
    guard access.isUser(user.id) else { throw AdminError.loginFailed }
    try set(hash, of: user.id, isProven: true, in: &tx)
    let ended = try Sessions.endAll(
      of: user.id, except: access.principal.session, .passwordChanged, in: &tx)
    return ChangePasswordResponse(endedSessions: UInt32(clamping: ended))
  }
}
