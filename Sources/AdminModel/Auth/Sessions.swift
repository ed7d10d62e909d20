internal import AdminProtos
internal import GoogleProtos
internal import IPCProtos
internal import Store

/// The sessions of users, as functions of a transaction. A user who logs in begins a session and
/// keeps its tokens.
public enum Sessions {
  /// The reason why a session ended, as stored in its record.
  public enum EndReason: String, Sendable {
    case loggedOut = "LOGGED_OUT"
    case revoked = "REVOKED"
    /// A refresh token was used long after it had been exchanged, so another party has a copy.
    case reused = "REUSED"
    case passwordChanged = "PASSWORD_CHANGED"
    case recovered = "RECOVERED"
    /// The user's last membership ended.
    case left = "LEFT"
    /// The user's last membership that wasn't suspended was suspended, or it ended.
    case suspended = "SUSPENDED"
    /// The session was not refreshed for too long, or began too long ago.
    case expired = "EXPIRED"
  }

  /// How long a session lasts after it was last refreshed.
  static let lifetime: Duration = .seconds(30 * 86_400)
  /// The maximum time that a session lasts after it began, however often it is refreshed.
  static let maximumLife: Duration = .seconds(90 * 86_400)
  static let labelLimit = 100
  /// The maximum number of sessions that are kept for a user, including the ones that have ended.
  /// Without it they would pile up with every login.
  static let maximumOfUser = 100
  /// How many sessions are deleted with each new one, if there are more than the maximum.
  private static let forgottenAtOnce = 4

  /// Begins a session of a user, which is a login. If the user has too many, it replaces the ones
  /// that are needed least. Throws if the user is suspended wherever they are a member.
  ///
  /// The user is the actor of the login and of what follows it, since until now the caller was
  /// unknown.
  static func begin(
    of user: String, label: String, in tx: inout WriteTransaction
  ) throws -> SessionRecord {
    guard try !Users.isSuspended(AdminSchema.users.require(user, in: tx).record, in: tx) else {
      throw AdminError.loginSuspended(user)
    }
    tx.act(as: "user/\(user)")
    try LoginPeers.noteLogin(of: user, in: &tx)
    try makeRoom(for: user, in: &tx)
    let session = Session(
      id: try tx.newID(of: .session), userId: user, label: label, createdAt: tx.now,
      refreshedAt: tx.now, expiresAt: tx.now.adding(lifetime))
    let record = SessionRecord(resource: session, counter: 1, passwordShownAt: tx.now)
    return try AdminSchema.sessions.insert(record, in: &tx).record
  }

  private static func makeRoom(for user: String, in tx: inout WriteTransaction) throws {
    let key = IndexKey(user)
    let count = try AdminSchema.sessions.count(AdminSchema.sessionsOfUser, at: key, in: tx)
    for _ in 0..<min(max(0, count + 1 - maximumOfUser), forgottenAtOnce) {
      let needless = try AdminSchema.sessions.first(AdminSchema.sessionsByNeed, at: key, in: tx)
      guard let needless else { return }
      try AdminSchema.sessions.delete(
        needless.record.session.id, action: "session.forgotten", in: &tx)
    }
  }

  static func checkLabel(
    _ label: String, field: String = "label", into violations: inout Violations
  ) {
    guard !label.isEmpty else { return }
    violations.checkName(label, field: field, limit: labelLimit)
  }

  /// Ends a session, unless it has ended.
  @discardableResult
  static func end(
    _ id: String, _ reason: EndReason, in tx: inout WriteTransaction
  ) throws -> Stored<SessionRecord> {
    let now = tx.now
    return try AdminSchema.sessions.update(id, action: "session.ended", in: &tx) { record in
      guard record.session.endedAt == nil else { return }
      record.session.endedAt = now
      record.session.endReason = reason.rawValue
      record.rotations = []
    }
  }

  /// Ends the sessions of a user who is suspended wherever they are a member. Returns how many
  /// ended.
  static func endIfSuspended(_ id: String, in tx: inout WriteTransaction) throws -> Int {
    let user = try AdminSchema.users.require(id, in: tx).record
    return try Users.isSuspended(user, in: tx) ? endAll(of: id, .suspended, in: &tx) : 0
  }

  /// Ends the sessions of a user except one. Returns how many ended.
  static func endAll(
    of user: String, except kept: String = "", _ reason: EndReason, in tx: inout WriteTransaction
  ) throws -> Int {
    var open: [String] = []
    try AdminSchema.sessions.forEach(
      of: AdminSchema.openSessionsByUser, at: IndexKey(user), in: tx
    ) { stored in
      let id = stored.record.session.id
      if id != kept { open.append(id) }
      return true
    }
    for id in open { try end(id, reason, in: &tx) }
    return open.count
  }
}

extension SessionRecord {
  /// The session as it is stored.
  var session: Session {
    get { resource ?? Session() }
    set { resource = newValue }
  }
}

extension Session {
  /// Returns whether the session lasts: it has not ended, and was refreshed in time.
  func lasts(at now: GoogleTimestamp) -> Bool {
    endedAt == nil && now.microseconds < min(expiresAt?.microseconds ?? 0, finalEnd.microseconds)
  }

  /// The time at which the session ends, however often it is refreshed.
  var finalEnd: GoogleTimestamp {
    (createdAt ?? GoogleTimestamp()).adding(Sessions.maximumLife)
  }

  /// Returns the session as the caller sees it.
  func shown(to access: Access) -> Session {
    var session = self
    session.type = "session"
    session.current = id == access.principal.session
    session.endsAt = finalEnd
    return session
  }
}
