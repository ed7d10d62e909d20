internal import AdminProtos
internal import Store

extension AdminSchema {
  static let authPart = SchemaPart(
    tables: [passwords, passwordResets, sessions, adminKeys, loginAttempts, loginPeers],
    references: [
      ReferenceRule(from: passwords, to: users) { $0.userId },
      ReferenceRule(from: loginPeers, to: users) { $0.userId },
      ReferenceRule(from: sessions, to: users) { $0.session.userId },
      ReferenceRule(from: adminKeys, to: organizations) { $0.key.organizationId },
    ],
    cascade: [.all(of: adminKeys, by: adminKeysByOrganization)])

  static let passwords = Table<PasswordRecord>(
    "passwords", noun: "password", key: { $0.userId })

  static let passwordResets = Table<PasswordResetRecord>(
    "password_resets", noun: "password reset", key: { $0.userId }, indexes: [passwordResetsByToken])

  static let passwordResetsByToken = Index<PasswordResetRecord>("token", unique: true) {
    [[.bytes($0.tokenHash)]]
  }

  static let sessions = Table<SessionRecord>(
    "sessions", noun: "session", key: { $0.session.id },
    indexes: [sessionsByUser, openSessionsByUser, sessionsByNeed], counters: [sessionsOfUser])

  static let sessionsByUser = Index<SessionRecord>("by_user") {
    [IndexKey($0.session.userId)]
  }

  static let openSessionsByUser = Index<SessionRecord>("open_by_user") {
    $0.session.endedAt == nil ? [IndexKey($0.session.userId)] : []
  }

  /// A user's sessions, least needed first: those that have ended, then those that were refreshed
  /// longest ago.
  static let sessionsByNeed = Index<SessionRecord>("by_need") { record in
    let session = record.session
    let time = session.endedAt ?? session.refreshedAt
    return [
      [
        .string(session.userId), .flag(session.endedAt == nil), .number(time?.microseconds ?? 0),
      ]
    ]
  }

  static let sessionsOfUser = Counter<SessionRecord>("of_user") {
    [IndexKey($0.session.userId)]
  }

  static let adminKeys = Table<AdminKeyRecord>(
    "admin_keys", noun: "admin key", key: { $0.key.id }, organization: { $0.key.organizationId },
    indexes: [
      adminKeysByOrganization, usableAdminKeysByOrganization, adminKeysBySecret,
      adminKeysByWords.index,
    ])

  static let adminKeysByOrganization = Index<AdminKeyRecord>("by_organization") {
    [IndexKey($0.key.organizationId)]
  }

  static let usableAdminKeysByOrganization = Index<AdminKeyRecord>("usable_by_organization") {
    $0.key.revokedAt == nil ? [IndexKey($0.key.organizationId)] : []
  }

  /// The admin keys that were not revoked, by the words of their names and the end of their hints.
  static let adminKeysByWords = SearchIndex<AdminKeyRecord>(
    "words", scope: { $0.key.revokedAt == nil ? $0.key.organizationId : nil },
    text: { SearchText(KeyHint.end(of: $0.key.partialKeyHint), $0.key.name) })

  /// The keyed hashes of secrets that work or worked before.
  static let adminKeysBySecret = Index<AdminKeyRecord>("secret", unique: true) { record in
    [record.secretHash, record.formerSecretHash].filter { !$0.isEmpty }.map { [.bytes($0)] }
  }

  static let loginPeers = Table<LoginPeersRecord>(
    "login_peers", noun: "login peers", key: { $0.userId }, isAudited: false)

  static let loginAttempts = Table<LoginAttemptsRecord>(
    "login_attempts", noun: "login attempts", key: { $0.subject }, isAudited: false,
    indexes: [loginAttemptsByTime])

  /// The login attempts, oldest first, so that old ones can be deleted.
  static let loginAttemptsByTime = Index<LoginAttemptsRecord>("by_time") {
    [[.number($0.lastFailureAt?.microseconds ?? 0)]]
  }
}
