import AdminProtos
import AdminServices
import HostServices

extension MethodProbe {
  static let auth: [MethodProbe] = [
    .of("auth.v1.Auth/GetInstallation", .installation) {
      try await $0.clients.auth.getInstallation(GetInstallationRequest())
    },
    .of("auth.v1.Auth/BeginClaim", .installation, passing: "ALREADY_CLAIMED") {
      try await $0.clients.auth.beginClaim(BeginClaimRequest())
    },
    .of("auth.v1.Auth/Claim", .installation, passing: "ALREADY_CLAIMED") {
      try await $0.clients.auth.claim(
        ClaimRequest(
          organizationName: "New", name: "New", email: "new@own.example",
          password: Fixture.password))
    },
    .of("auth.v1.Auth/Recover", .installation) {
      try await $0.clients.auth.recover(
        RecoverRequest(
          email: "\($0.freshName())@fresh.example", name: "Fresh", password: Fixture.password))
    },
    .of("auth.v1.Auth/Login", .installation) {
      try await $0.clients.auth.login(
        LoginRequest(email: "stranger@other.example", password: Fixture.password))
    },
    .of("auth.v1.Auth/Refresh", .installation) {
      let token = $0.fixture.stranger.tokens?.refreshToken ?? ""
      return try await $0.clients.auth.refresh(RefreshRequest(refreshToken: token))
    },
    .of("auth.v1.Auth/Logout", .installation) {
      let token = $0.fixture.stranger.spare?.refreshToken ?? ""
      return try await $0.clients.auth.logout(LogoutRequest(refreshToken: token))
    },
    .of("auth.v1.Auth/WhoAmI", .installation) {
      try await $0.clients.auth.whoAmI(WhoAmIRequest())
    },
    .of("auth.v1.Auth/UpdateProfile", .installation) {
      try await $0.clients.auth.updateProfile(UpdateProfileRequest(theme: "dark"))
    },
    .of("auth.v1.Auth/InspectInvite", .installation) {
      let invited = try await $0.maker.invites.create($0.inviteRequest())
      return try await $0.clients.auth.inspectInvite(InspectInviteRequest(token: invited.token))
    },
    .of("auth.v1.Auth/AcceptInvite", .installation) {
      let invited = try await $0.maker.invites.create($0.inviteRequest())
      return try await $0.clients.auth.acceptInvite(
        AcceptInviteRequest(token: invited.token, name: "Fresh", password: Fixture.password))
    },
    .of("auth.v1.Auth/CreatePasswordReset", .organizations) {
      try await $0.clients.auth.createPasswordReset(
        CreatePasswordResetRequest(userId: $0.place.worker))
    },
    .of("auth.v1.Auth/InspectPasswordReset", .installation) {
      let user = try await $0.freshUser()
      let reset = try await $0.maker.auth.createPasswordReset(
        CreatePasswordResetRequest(userId: user))
      return try await $0.clients.auth.inspectPasswordReset(
        InspectPasswordResetRequest(token: reset.token))
    },
    .of("auth.v1.Auth/ResetPassword", .installation) {
      let user = try await $0.freshUser()
      let reset = try await $0.maker.auth.createPasswordReset(
        CreatePasswordResetRequest(userId: user))
      return try await $0.clients.auth.resetPassword(
        ResetPasswordRequest(token: reset.token, password: Fixture.password))
    },
    .of("auth.v1.Auth/ChangePassword", .installation) {
      try await $0.clients.auth.changePassword(
        ChangePasswordRequest(
          currentPassword: Fixture.password, newPassword: "another password, as long"))
    },
    // Another attempt may have changed the password by now.
    .of("auth.v1.Auth/ConfirmPassword", .installation, passing: "LOGIN_FAILED") {
      try await $0.clients.auth.confirmPassword(ConfirmPasswordRequest(password: Fixture.password))
    },

    .of("auth.v1.Sessions/List", .people) {
      let user = $0.relation == .own ? $0.caller.user : $0.fixture.stranger.user
      return try await $0.clients.sessions.list(ListSessionsRequest(userId: user ?? ""))
    },
    .of("auth.v1.Sessions/Revoke", .people) {
      let spare = $0.relation == .own ? $0.caller.spare : $0.fixture.stranger.spare
      return try await $0.clients.sessions.revoke(
        RevokeSessionRequest(id: spare?.sessionId ?? ""))
    },
    .of("auth.v1.Sessions/RevokeOthers", .installation) {
      try await $0.clients.sessions.revokeOthers(RevokeOtherSessionsRequest())
    },
    // The worker has no session, so no attempt ends what another one uses.
    .of("auth.v1.Sessions/RevokeAll", .organizations) {
      try await $0.clients.sessions.revokeAll(
        RevokeAllSessionsRequest(
          userId: $0.place.worker, organizationId: $0.place.organization))
    },

    .of("auth.v1.AdminKeys/Create", .organizations) {
      try await $0.clients.adminKeys.create($0.adminKeyRequest())
    },
    .of("auth.v1.AdminKeys/List", .organizations) {
      try await $0.clients.adminKeys.list(
        ListAdminKeysRequest(organizationId: $0.place.organization))
    },
    .of("auth.v1.AdminKeys/Rotate", .organizations) {
      let id = try await $0.freshAdminKey()
      return try await $0.clients.adminKeys.rotate(RotateAdminKeyRequest(id: id))
    },
    .of("auth.v1.AdminKeys/Revoke", .organizations) {
      let id = try await $0.freshAdminKey()
      return try await $0.clients.adminKeys.revoke(RevokeAdminKeyRequest(id: id))
    },
  ]
}

extension Attempt {
  fileprivate func adminKeyRequest() -> CreateAdminKeyRequest {
    CreateAdminKeyRequest(organizationId: place.organization, name: freshName())
  }

  fileprivate func freshAdminKey() async throws -> String {
    guard relation != .nowhere else { return Place.unknown("adminkey") }
    return try await maker.adminKeys.create(adminKeyRequest()).key?.id ?? ""
  }
}

extension Clients {
  var auth: AuthClient { AuthClient(channel) }
  var sessions: SessionsClient { SessionsClient(channel) }
  var adminKeys: AdminKeysClient { AdminKeysClient(channel) }
  var credentials: CredentialResolverClient { CredentialResolverClient(channel) }
}
