internal import AdminProtos
internal import GoogleProtos
public import Store

extension Sessions {
  /// Exchanges a refresh token for the next one and a new access token, by the rules of
  /// ``RefreshChain``.
  ///
  /// A refusal is returned and not thrown, because the end of a session whose token was reused must
  /// be committed.
  public static func refresh(
    _ text: String, keys: AuthKeys, in tx: inout WriteTransaction
  ) throws -> Result<IssuedTokens, AdminError> {
    switch try find(text, keys, in: tx) {
    case .failure(let refusal): return .failure(refusal)
    case .success((let session, _)) where session.endedAt != nil:
      return .failure(.sessionOver(session))
    case .success((let session, _)) where !session.lasts(at: tx.now):
      // The end is stored, so that the session stays over when the clock is set back.
      return .failure(.sessionOver(try end(session.id, .expired, in: &tx).record))
    case .success((let session, let number)):
      return try refresh(session, presenting: number, keys, in: &tx)
    }
  }

  private static func refresh(
    _ session: SessionRecord, presenting number: UInt64, _ keys: AuthKeys,
    in tx: inout WriteTransaction
  ) throws -> Result<IssuedTokens, AdminError> {
    var chain = session.chain
    let outcome = chain.present(number, at: tx.now.microseconds)
    switch outcome {
    case .successor(let successor):
      let session = try chain == session.chain ? session : save(chain, of: session.id, in: &tx)
      return .success(IssuedTokens(of: session, number: successor, at: tx.now, keys))
    case .reused:
      return .failure(.sessionOver(try end(session.id, .reused, in: &tx).record))
    case .unknown:
      return .failure(.refreshTokenUnknown)
    case .tooFast(let time):
      let wait = Duration.microseconds(time - min(time, tx.now.microseconds))
      return .failure(.refreshedTooOften(wait: wait))
    }
  }

  private static func save(
    _ chain: RefreshChain, of id: String, in tx: inout WriteTransaction
  ) throws -> SessionRecord {
    let now = tx.now
    return try AdminSchema.sessions.update(id, action: "session.refreshed", in: &tx) { record in
      record.chain = chain
      // Neither time goes back when the clock does.
      record.refreshedAt = GoogleTimestamp.later(record.refreshedAt, now)
      record.expiresAt = .earlier(record.endsAt, .later(record.expiresAt, now.adding(lifetime)))
    }.record
  }

  /// Ends the session of a refresh token. Any of the session's refresh tokens will do, since each
  /// holder of one may end it.
  ///
  /// - Returns: The session's id, and whether it lasted until now.
  public static func logOut(
    _ text: String, keys: AuthKeys, in tx: inout WriteTransaction
  ) throws -> (session: String, ended: Bool) {
    let session = try find(text, keys, in: tx).get().session
    guard session.lasts(at: tx.now) else { return (session.id, false) }
    try end(session.id, .loggedOut, in: &tx)
    return (session.id, true)
  }

  private static func find(
    _ text: String, _ keys: AuthKeys, in tx: borrowing WriteTransaction
  ) throws -> Result<(session: SessionRecord, number: UInt64), AdminError> {
    guard let token = SessionToken(text, as: .refresh, keys) else {
      return .failure(.refreshTokenUnknown)
    }
    guard let session = try AdminSchema.sessions.get(token.session, in: tx) else {
      return .failure(.refreshTokenUnknown)
    }
    return .success((session.record, token.number))
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
