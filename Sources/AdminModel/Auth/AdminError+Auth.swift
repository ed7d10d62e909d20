internal import AdminProtos

extension AdminError {
  static let refreshTokenUnknown = AdminError.unauthenticated(
    reason: "REFRESH_TOKEN_INVALID",
    message: "This is no refresh token of this installation, or not all of one. Log in again.")

  /// Returns the error for a session that has ended, or that wasn't refreshed in time.
  static func sessionOver(_ session: SessionRecord) -> AdminError {
    switch Sessions.EndReason(rawValue: session.endReason) {
    case nil, .expired:
      .unauthenticated(
        reason: "SESSION_EXPIRED",
        message: "Session \(session.id) is over: it was not refreshed for 30 days, or began 90 "
          + "days ago. Log in again.")
    case .reused:
      .unauthenticated(
        reason: "REFRESH_TOKEN_REUSED",
        message: "A refresh token of session \(session.id) was used again long after it had been "
          + "exchanged, so somebody may have a copy; the session has ended. Log in again.")
    case .loggedOut, .revoked, .passwordChanged, .recovered, .left:
      .unauthenticated(
        reason: "SESSION_ENDED",
        message: "Session \(session.id) has ended (\(session.endReason)). Log in again.")
    }
  }

  static func refreshedTooOften(wait: Duration) -> AdminError {
    .tooSoon(
      reason: "REFRESHED_TOO_OFTEN",
      message:
        "The session was refreshed \(RefreshChain.limit) times within half a minute. Use its "
        + "newest tokens, and refresh them when they expire.",
      wait: wait)
  }
}

extension AdminError {
  /// The same error for an address without an account, a user without a password, and a wrong
  /// password.
  public static let loginFailed = AdminError.unauthenticated(
    reason: "LOGIN_FAILED",
    message: "The mail address or the password is wrong. Whoever has no password, or has lost it, "
      + "asks an admin for: steward users reset-password")

  static func loginThrottled(wait: Duration) -> AdminError {
    .tooSoon(
      reason: "LOGIN_THROTTLED",
      message: "Too many logins with this mail address, or from where you are, have failed. Wait "
        + "\(wait.components.seconds + 1) s, then try again.",
      wait: wait)
  }
}

extension AdminError {
  static func noPasswordYet(_ user: String) -> AdminError {
    .refused(
      reason: "NO_PASSWORD_YET",
      message: "User \(user) has roles already and no password to show themselves by, so a token "
        + "of another organization can't give them one. Have them choose one first: steward "
        + "users reset-password \(user)")
  }

  static let resetTokenUnknown = AdminError.refused(
    reason: "RESET_TOKEN_UNKNOWN",
    message: "No password can be chosen by this token. Check that it was copied whole, and is the "
      + "last one that was made.")

  static func resetTokenOver(_ user: String, _ why: String) -> AdminError {
    .refused(
      reason: "RESET_TOKEN_OVER",
      message: "The token for the password of user \(user) \(why). Have another one made: "
        + "steward users reset-password \(user)")
  }
}

extension AdminError {
  static let alreadyClaimed = AdminError.refused(
    reason: "ALREADY_CLAIMED",
    message: "This installation was claimed before, which happens once. Log in, or, if the last "
      + "super admin's password is lost: steward recover")

  static let notClaimed = AdminError.refused(
    reason: "NOT_CLAIMED", message: "Nobody has claimed this installation yet: steward init")
}

extension AdminError {
  /// The credential is not one that this installation issued.
  public static let credentialInvalid = AdminError.unauthenticated(
    reason: "CREDENTIAL_INVALID",
    message: "This is no access token and no admin key of this installation, or not all of one. "
      + "Log in, or have an admin key made.")

  /// The credential was issued here, but for another purpose.
  public static let credentialIsAPIKey = AdminError.denied(
    message: "This is an API key, which is for its workspace's requests and opens nothing here. "
      + "Send an access token, or an admin key: steward admin-keys create")

  static let accessTokenExpired = AdminError.unauthenticated(
    reason: "ACCESS_TOKEN_EXPIRED",
    message: "The access token has expired. Refresh the session: steward auth refresh")

  static func adminKeyOver(_ id: String, _ what: String) -> AdminError {
    .unauthenticated(
      reason: "ADMIN_KEY_OVER",
      message: "The admin key \(id) was \(what). Have another one made: steward admin-keys create")
  }
}
