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
      adminKey: claimed.adminKey.secret, adminKeyId: claimed.adminKey.key.id)
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
