internal import StewardProtos
public import Store

extension Passwords {
  /// Throws unless the caller may choose this password for themselves; returns the address that they log in with.
  public static func checkChange(
    to password: String, by access: Access, in tx: borrowing some Transaction & ~Copyable
  ) throws -> String {
    guard let id = access.user else {
      throw AdminError.denied(
        message: "Only a user has a password to change. Call it with the access token of a session."
      )
    }
    let user = try AdminSchema.users.require(id, in: tx).record
    try check(password, for: PasswordOwner(user, in: tx), field: "new_password")
    return user.email
  }

  /// Changes the password of the caller, whose attempt to log in with the former one was right, and ends their other
  /// sessions; returns how many.
  public static func change(
    to hash: String, _ attempt: Logins.Attempt, by access: Access, in tx: inout WriteTransaction
  ) throws -> Int {
    let user = try Logins.confirm(attempt, in: &tx)
    guard access.isUser(user.id) else { throw AdminError.loginFailed }
    try set(hash, of: user.id, isProven: true, in: &tx)
    return try Sessions.endAll(
      of: user.id, except: access.principal.session, .passwordChanged, in: &tx)
  }
}
