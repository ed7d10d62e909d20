public import AdminProtos
public import GoogleProtos

/// What a login or a refresh hands out. Neither token is kept.
public struct IssuedTokens: Sendable, Hashable {
  public let session: SessionRecord
  public let accessToken: String
  public let accessExpiresAt: GoogleTimestamp
  public let refreshToken: String

  private static let accessLifetime: Duration = .seconds(15 * 60)

  /// Makes the tokens of a session: the refresh token of a number, and a new access token.
  init(of session: SessionRecord, number: UInt64, at now: GoogleTimestamp, _ keys: AuthKeys) {
    self.session = session
    // To the whole second, which the token can say.
    let end = min(
      now.adding(Self.accessLifetime).seconds, session.expiresAt?.seconds ?? now.seconds)
    accessExpiresAt = GoogleTimestamp(seconds: end)
    accessToken = SessionToken(.access, session: session.id, number: UInt64(clamping: end))
      .text(keys)
    refreshToken = SessionToken(.refresh, session: session.id, number: number).text(keys)
  }
}
