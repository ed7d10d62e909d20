public import AdminProtos
internal import IPCProtos
public import Store

extension Sessions {
  /// Records that the caller has shown their password in their session, with a login attempt whose
  /// password was right.
  public static func confirmPassword(
    _ attempt: Logins.Attempt, by access: Access, in tx: inout WriteTransaction
  ) throws -> ConfirmPasswordResponse {
    let user = try Logins.confirm(attempt, in: &tx)
    let id = access.principal.session
    let session = try AdminSchema.sessions.require(id, in: tx).record.session
    guard user.id == access.user, session.userId == user.id, session.lasts(at: tx.now) else {
      throw AdminError.sessionOver(session)
    }
    let now = tx.now
    try AdminSchema.sessions.update(id, action: "session.confirmed", in: &tx) {
      $0.passwordShownAt = now
    }
    return ConfirmPasswordResponse(sessionId: id, passwordShownAt: now)
  }
}
