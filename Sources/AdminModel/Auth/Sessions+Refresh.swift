public import AdminProtos
internal import GoogleProtos
public import Store

extension Sessions {
  /// Exchanges a refresh token for the next one and a new access token, by the rules of
  /// `RefreshChain`.
  ///
  /// A refusal is returned and not thrown, because the end of a session whose token was reused must
  /// be committed.
  public static func refresh(
    _ text: String, keys: AuthKeys, in tx: inout WriteTransaction
  ) throws -> Result<SessionTokens, AdminError> {
    switch try find(text, keys, in: tx) {
    case .failure(let refusal): return .failure(refusal)
    case .success((let record, _)) where record.session.endedAt != nil:
      return .failure(.sessionOver(record.session))
    case .success((let record, _)) where !record.session.lasts(at: tx.now):
      // The end is stored, so that the session stays over when the clock is set back.
      let ended = try end(record.session.id, .expired, in: &tx).record
      return .failure(.sessionOver(ended.session))
    case .success((let record, let number)):
      return try refresh(record, presenting: number, keys, in: &tx)
    }
  }

  private static func refresh(
    _ record: SessionRecord, presenting number: UInt64, _ keys: AuthKeys,
    in tx: inout WriteTransaction
  ) throws -> Result<SessionTokens, AdminError> {
    let session = record.session
    var chain = record.chain
    let outcome = chain.present(number, at: tx.now.microseconds)
    switch outcome {
    case .successor(let successor):
      let session = try chain == record.chain ? session : save(chain, of: session.id, in: &tx)
      return .success(SessionTokens(of: session, number: successor, at: tx.now, keys))
    case .reused:
      return .failure(.sessionOver(try end(session.id, .reused, in: &tx).record.session))
    case .unknown:
      return .failure(.refreshTokenUnknown)
    case .tooFast(let time):
      let wait = Duration.microseconds(time - min(time, tx.now.microseconds))
      return .failure(.refreshedTooOften(wait: wait))
    }
  }

  private static func save(
    _ chain: RefreshChain, of id: String, in tx: inout WriteTransaction
  ) throws -> Session {
    let now = tx.now
    return try AdminSchema.sessions.update(id, action: "session.refreshed", in: &tx) { record in
      var session = record.session
      // Neither time goes back when the clock does.
      session.refreshedAt = GoogleTimestamp.later(session.refreshedAt, now)
      session.expiresAt = .earlier(
        session.finalEnd, .later(session.expiresAt, now.adding(lifetime)))
      record.session = session
      record.chain = chain
    }.record.session
  }

  /// Ends the session of a refresh token. Any of the session's refresh tokens will do, since each
  /// holder of one may end it.
  public static func logOut(
    _ text: String, keys: AuthKeys, in tx: inout WriteTransaction
  ) throws -> LogoutResponse {
    let session = try find(text, keys, in: tx).get().record.session
    let lasts = session.lasts(at: tx.now)
    if lasts { try end(session.id, .loggedOut, in: &tx) }
    return LogoutResponse(sessionId: session.id, ended: lasts)
  }

  private static func find(
    _ text: String, _ keys: AuthKeys, in tx: borrowing WriteTransaction
  ) throws -> Result<(record: SessionRecord, number: UInt64), AdminError> {
    guard let token = SessionToken(text, as: .refresh, keys) else {
      return .failure(.refreshTokenUnknown)
    }
    guard let stored = try AdminSchema.sessions.get(token.session, in: tx) else {
      return .failure(.refreshTokenUnknown)
    }
    return .success((stored.record, token.number))
  }
}

extension SessionRecord {
  var chain: RefreshChain {
    get {
      RefreshChain(
        newest: counter,
        exchanges: rotations.map {
          RefreshChain.Exchange(number: $0.counter, time: $0.time?.microseconds ?? 0)
        })
    }
    set {
      counter = newValue.newest
      rotations = newValue.exchanges.map {
        RotationRecord(counter: $0.number, time: GoogleTimestamp(microseconds: $0.time))
      }
    }
  }
}
