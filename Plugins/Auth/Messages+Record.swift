import AdminModel
import AdminProtos
import Store

extension Installations.Claim {
  init(_ request: ClaimRequest) {
    self.init(
      organization: request.organizationName, name: request.name, email: request.email,
      adminKeyPrefix: request.adminKeyPrefix)
  }
}

extension ClaimResponse {
  init(_ claimed: Installations.Claimed) {
    self.init(
      organizationId: claimed.organization.id, userId: claimed.user.id,
      adminKey: claimed.adminKey.secret, adminKeyId: claimed.adminKey.stored.record.id)
  }
}

extension RecoverResponse {
  init(_ recovered: Installations.Recovered) {
    self.init(
      userId: recovered.user, created: recovered.isNew,
      endedSessions: UInt32(clamping: recovered.endedSessions))
  }
}

extension SessionTokens {
  init(_ tokens: IssuedTokens) {
    self.init(
      sessionId: tokens.session.id, userId: tokens.session.userId,
      accessToken: tokens.accessToken, accessExpiresAt: tokens.accessExpiresAt,
      refreshToken: tokens.refreshToken, refreshExpiresAt: tokens.session.expiresAt)
  }
}

extension AcceptInviteResponse {
  init(_ acceptance: Invites.Acceptance) {
    let membership = acceptance.member.membership
    self.init(
      userId: membership.userId, organizationId: membership.organizationId,
      role: membership.role, created: acceptance.isNewUser)
  }
}

extension ResetPasswordResponse {
  init(_ reset: PasswordResets.Reset) {
    self.init(userId: reset.user, endedSessions: UInt32(clamping: reset.endedSessions))
  }
}

extension Session {
  init(_ record: SessionRecord, current: String) {
    self.init(
      id: record.id, type: "session", userId: record.userId, label: record.label,
      createdAt: record.createdAt, refreshedAt: record.refreshedAt, expiresAt: record.expiresAt,
      endedAt: record.endedAt, endReason: record.endReason, current: record.id == current,
      endsAt: record.endsAt)
  }
}

extension ListSessionsResponse {
  init(_ page: Page<SessionRecord>, current: String) {
    let data = page.items.map { Session($0.record, current: current) }
    self.init(
      data: data, hasMore: page.hasMore, firstId: data.first?.id, lastId: data.last?.id)
  }
}

extension AdminKey {
  init(_ stored: Stored<AdminKeyRecord>) {
    let record = stored.record
    self.init(
      id: record.id, type: "admin_key", organizationId: record.organizationId, name: record.name,
      createdAt: record.createdAt, expiresAt: record.expiresAt, revokedAt: record.revokedAt,
      partialKeyHint: record.hint, etag: stored.etag,
      formerSecretExpiresAt: record.formerSecretExpiresAt)
  }
}

extension ListAdminKeysResponse {
  init(_ page: Page<AdminKeyRecord>) {
    let data = page.items.map(AdminKey.init)
    self.init(
      data: data, hasMore: page.hasMore, firstId: data.first?.id, lastId: data.last?.id)
  }
}
