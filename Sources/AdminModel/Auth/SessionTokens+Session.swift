internal import AdminProtos
internal import GoogleProtos

extension SessionTokens {
  private static let accessLifetime: Duration = .seconds(15 * 60)

  /// Creates the tokens of a session: the refresh token with a number, and a new access token.
  init(of session: Session, number: UInt64, at now: GoogleTimestamp, _ keys: AuthKeys) {
    // In whole seconds, since the token holds no fractions.
    let end = min(
      now.adding(Self.accessLifetime).seconds, session.expiresAt?.seconds ?? now.seconds)
    let access = SessionToken(.access, session: session.id, number: UInt64(clamping: end))
    let refresh = SessionToken(.refresh, session: session.id, number: number)
    self.init(
      sessionId: session.id, userId: session.userId, accessToken: access.text(keys),
      accessExpiresAt: GoogleTimestamp(seconds: end), refreshToken: refresh.text(keys),
      refreshExpiresAt: session.expiresAt)
  }
}
