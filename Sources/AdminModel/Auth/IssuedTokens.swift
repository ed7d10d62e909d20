public import AdminProtos
public import GoogleProtos

/// The tokens that a login or a refresh returns. Neither of them is stored.
public struct IssuedTokens: Sendable, Hashable {
  public let session: Session
  public let accessToken: String
  public let accessExpiresAt: GoogleTimestamp
  public let refreshToken: String

  private static let accessLifetime: Duration = .seconds(15 * 60)

  /// Creates the tokens of a session: the refresh token with a number, and a new access token.
  init(of session: Session, number: UInt64, at now: GoogleTimestamp, _ keys: AuthKeys) {
    self.session = session
    // In whole seconds, since the token holds no fractions.
    let end = min(
      now.adding(Self.accessLifetime).seconds, session.expiresAt?.seconds ?? now.seconds)
    accessExpiresAt = GoogleTimestamp(seconds: end)
    accessToken = SessionToken(.access, session: session.id, number: UInt64(clamping: end))
      .text(keys)
    refreshToken = SessionToken(.refresh, session: session.id, number: number).text(keys)
  }
}
