internal import StewardProtos
internal import Store

/// The sessions of users, as functions of a transaction. Whoever logs in begins one, and carries its tokens.
public enum Sessions {
  /// Why a session ended, as its record says.
  public enum EndReason: String, Sendable {
    case loggedOut = "LOGGED_OUT"
    case revoked = "REVOKED"
    /// A refresh token was used that had been exchanged long before: somebody has a copy.
    case reused = "REUSED"
    case passwordChanged = "PASSWORD_CHANGED"
    case recovered = "RECOVERED"
  }

  /// How long a session lasts after it was last refreshed.
  static let lifetime: Duration = .seconds(30 * 86_400)
  static let labelLimit = 100

  /// Begins a session of a user.
  static func begin(
    of user: String, label: String, in tx: inout WriteTransaction
  ) throws -> SessionRecord {
    let record = SessionRecord(
      id: try tx.newID(of: .session), userId: user, label: label, createdAt: tx.now,
      refreshedAt: tx.now, expiresAt: tx.now.adding(lifetime), counter: 1)
    return try AdminSchema.sessions.insert(record, in: &tx).record
  }

  static func checkLabel(_ label: String, into violations: inout Violations) {
    guard !label.isEmpty else { return }
    violations.checkName(label, field: "label", limit: labelLimit)
  }

  /// Ends a session, unless it has ended.
  @discardableResult
  static func end(
    _ id: String, _ reason: EndReason, in tx: inout WriteTransaction
  ) throws -> Stored<SessionRecord> {
    let now = tx.now
    return try AdminSchema.sessions.update(id, action: "session.ended", in: &tx) { record in
      guard record.endedAt == nil else { return }
      record.endedAt = now
      record.endReason = reason.rawValue
      record.rotations = []
    }
  }

  /// Ends the sessions of a user, but for one; returns how many.
  static func endAll(
    of user: String, except kept: String = "", _ reason: EndReason, in tx: inout WriteTransaction
  ) throws -> Int {
    var open: [String] = []
    try AdminSchema.sessions.forEach(
      of: AdminSchema.openSessionsByUser, at: IndexKey(user), in: tx
    ) { stored in
      if stored.record.id != kept { open.append(stored.record.id) }
      return true
    }
    for id in open { try end(id, reason, in: &tx) }
    return open.count
  }
}

extension SessionRecord {
  /// Whether it lasts: it was neither ended, nor forgotten for too long.
  func lasts(at now: GoogleTimestamp) -> Bool {
    endedAt == nil && now.microseconds < (expiresAt?.microseconds ?? 0)
  }
}
