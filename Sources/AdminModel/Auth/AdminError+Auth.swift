internal import AdminProtos

extension AdminError {
  static let refreshTokenUnknown = AdminError.unauthenticated(
    reason: "REFRESH_TOKEN_INVALID",
    message: "This is not a refresh token of this installation, or it is incomplete. Log in again.")

  /// Returns the error for a session that has ended, or that wasn't refreshed in time.
  static func sessionOver(_ session: Session) -> AdminError {
    switch Sessions.EndReason(rawValue: session.endReason) {
    case nil, .expired:
      .unauthenticated(
        reason: "SESSION_EXPIRED",
        message: "Session \(session.id) has expired: it was not refreshed for 30 days, or it began "
          + "90 days ago. Log in again.")
    case .reused:
      .unauthenticated(
        reason: "REFRESH_TOKEN_REUSED",
        message: "A refresh token of session \(session.id) was used again long after it was "
          + "exchanged. It may have been copied, so the session has ended. Log in again.")
    case .loggedOut, .revoked, .passwordChanged, .recovered, .left, .suspended:
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
    message: "The mail address or the password is wrong. If you have no password, or have lost it, "
      + "ask an admin to run: steward users reset-password")

  /// The error for a user who has shown who they are, so it may say what is wrong.
  static func loginSuspended(_ user: String) -> AdminError {
    .unauthenticated(
      reason: "USER_SUSPENDED",
      message: "User \(user) is suspended, so you can't log in. Ask an admin of your organization "
        + "to run: steward users resume \(user) --org ORG")
  }

  static func loginThrottled(wait: Duration) -> AdminError {
    .tooSoon(
      reason: "LOGIN_THROTTLED",
      message: "Too many logins with this mail address or from your network address have failed. "
        + "Wait \(wait.components.seconds + 1) s, then try again.",
      wait: wait)
  }

  static func guessesThrottled(wait: Duration) -> AdminError {
    .tooSoon(
      reason: "LOGIN_THROTTLED",
      message: "Too many tokens, codes or passwords from your network address were wrong. "
        + "Wait \(wait.components.seconds + 1) s, then try again.",
      wait: wait)
  }
}

extension AdminError {
  static func noPasswordYet(_ user: String) -> AdminError {
    .refused(
      reason: "NO_PASSWORD_YET",
      message: "User \(user) already has roles, but no password that proves who they are, so a "
        + "token of another organization can't set one. Let them choose a password first: steward "
        + "users reset-password \(user)")
  }

  static let resetTokenUnknown = AdminError.refused(
    reason: "RESET_TOKEN_UNKNOWN",
    message: "This password reset token is unknown. Check that it was copied completely and is the "
      + "latest one.")

  static func resetTokenOver(_ user: String, _ why: String) -> AdminError {
    .refused(
      reason: "RESET_TOKEN_OVER",
      message: "The password reset token of user \(user) \(why). Ask an admin to run: steward "
        + "users reset-password \(user)")
  }
}

extension AdminError {
  /// The installation was claimed before. Anyone may know, since `GetInstallation` says so too.
  public static let alreadyClaimed = AdminError.refused(
    reason: "ALREADY_CLAIMED",
    message: "This installation is already claimed. Log in. If the last super admin's password is "
      + "lost, run: steward recover")

  /// The same error for a code that is missing, wrong, replaced or expired, so that a caller can't
  /// tell these apart.
  static let claimCodeInvalid = AdminError.refused(
    reason: "CLAIM_CODE_INVALID",
    message:
      "This code can't claim the installation: it is missing or incomplete, was replaced, or "
      + "has expired. Create another one on the host: steward auth begin-claim")

  static let notClaimed = AdminError.refused(
    reason: "NOT_CLAIMED", message: "This installation is not claimed yet. Run: steward init")
}

extension AdminError {
  /// The credential is not one that this installation issued.
  public static let credentialInvalid = AdminError.unauthenticated(
    reason: "CREDENTIAL_INVALID",
    message: "This is not an access token or an admin key of this installation, or it is "
      + "incomplete. Log in, or ask an admin for an admin key.")

  /// The credential was issued here, but for another purpose.
  public static let credentialIsAPIKey = AdminError.denied(
    message: "This is an API key. It works for requests of its workspace, but not here. Send an "
      + "access token, or an admin key: steward admin-keys create")

  static let accessTokenExpired = AdminError.unauthenticated(
    reason: "ACCESS_TOKEN_EXPIRED",
    message: "The access token has expired. Refresh the session: steward auth refresh")

  static func adminKeyOver(_ id: String, _ what: String) -> AdminError {
    .unauthenticated(
      reason: "ADMIN_KEY_OVER",
      message: "Admin key \(id) \(what). Create another one: steward admin-keys create")
  }
}
