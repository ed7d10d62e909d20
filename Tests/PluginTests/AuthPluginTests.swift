import AdminModel
import AdminProtos
import AdminServices
import HostProtos
import HostServices
import IPC
import IPCProtos
import Status
import Testing

@Suite("The auth plugin")
struct AuthPluginTests {
  private static let password = "correct horse battery"
  private static let claim = ClaimRequest(
    organizationName: "Acme", name: "Ada", email: "ada@example.com", password: password)

  let fixture: AuthPluginFixture
  var auth: AuthClient { AuthClient(fixture.channel(as: AuthPluginFixture.operatorPrincipal)) }

  init() throws { fixture = try AuthPluginFixture() }

  private func logIn(_ password: String = password) async throws -> SessionTokens {
    try await auth.login(LoginRequest(email: "Ada@Example.com", password: password, label: "test"))
  }

  /// Returns a channel that calls the plugin on behalf of the holder of a credential, as the host
  /// does.
  private func channel(as credential: String) async throws -> any IPC.Channel {
    let host = IPCPrincipal(kind: .host, id: "steward")
    let resolved = try await CredentialResolverClient(fixture.channel(as: host)).resolve(
      ResolveRequest(credential: credential))
    return fixture.channel(as: try #require(resolved.principal))
  }

  @Test("A working API key is denied as a credential, and any other text is unauthenticated")
  func apiKey() async throws {
    let keys = KeysClient(fixture.apiKeys)
    let issued = try await keys.issue(
      IssueKeyRequest(organizationId: try await fixture.organization("Acme"), name: "CI"))
    let mistyped = String(issued.secret.dropLast()) + (issued.secret.hasSuffix("1") ? "2" : "1")
    for (credential, code) in [
      (issued.secret, StatusCode.permissionDenied), (mistyped, .unauthenticated),
    ] {
      let refusal = await #expect(throws: Status.self) { try await channel(as: credential) }
      #expect(refusal?.code == code)
      #expect(refusal?.message.contains(credential) == false)
    }
    _ = try await keys.revoke(RevokeKeyRequest(id: issued.key?.id ?? ""))
    let refusal = await #expect(throws: Status.self) { try await channel(as: issued.secret) }
    #expect(refusal?.code == .unauthenticated)
  }

  @Test("A first run is followed by a login, a refresh and a logout")
  func life() async throws {
    #expect(try await !auth.getInstallation(GetInstallationRequest()).claimed)
    let claimed = try await auth.claim(Self.claim)
    #expect(try await auth.getInstallation(GetInstallationRequest()).claimed)

    let tokens = try await logIn()
    let me = try await AuthClient(channel(as: tokens.accessToken)).whoAmI(WhoAmIRequest())
    #expect((me.type, me.id, me.name) == ("user", claimed.userId, "Ada"))
    #expect(me.email == "ada@example.com")
    #expect(me.superAdmin)
    #expect(me.organizations.map(\.id) == [claimed.organizationId])
    #expect(me.organizations.map(\.role) == ["admin"])
    // An admin holds for everything what other members hold for what is their own.
    #expect(me.organizations.map(\.ownPermissions) == [[]])
    #expect(me.sessionId == tokens.sessionId)

    let next = try await auth.refresh(RefreshRequest(refreshToken: tokens.refreshToken))
    #expect(next.sessionId == tokens.sessionId)
    let ended = try await auth.logout(LogoutRequest(refreshToken: next.refreshToken))
    #expect(ended == LogoutResponse(sessionId: tokens.sessionId, ended: true))
    await #expect(throws: Status.self) { try await channel(as: next.accessToken) }
  }

  @Test(
    "A claim repeated with its idempotency key returns the same admin key; another claim is refused"
  )
  func claimedOnce() async throws {
    let options = CallOptions(idempotencyKey: "k1")
    let first = try await auth.claim(Self.claim, options: options)
    #expect(try await auth.claim(Self.claim, options: options) == first)
    let error = await #expect(throws: Status.self) { try await auth.claim(Self.claim) }
    #expect(error?.reason == "ALREADY_CLAIMED")
  }

  @Test("A wrong password, an empty password and an unknown address are refused alike")
  func refusedAlike() async throws {
    _ = try await auth.claim(Self.claim)
    var errors: Set<Status> = []
    for (email, password) in [
      ("ada@example.com", "wrong"), ("ada@example.com", ""), ("unknown@example.com", Self.password),
    ] {
      let error = await #expect(throws: Status.self) {
        try await auth.login(LoginRequest(email: email, password: password))
      }
      if let error { errors.insert(error) }
    }
    #expect(errors.map(\.reason) == ["LOGIN_FAILED"])
    #expect(errors.first?.code == .unauthenticated)
  }

  @Test("A login after several failures must wait, and the refusal says how long")
  func throttled() async throws {
    _ = try await auth.claim(Self.claim)
    for _ in 0..<5 { await #expect(throws: Status.self) { try await logIn("wrong") } }
    let error = await #expect(throws: Status.self) { try await logIn() }
    #expect(error?.reason == "LOGIN_THROTTLED")
    #expect(error?.code == .resourceExhausted)
    #expect((error?.retryDelay ?? .zero) > .zero)
  }

  @Test(
    "A changed password ends the other sessions of the user, and repeating the call changes nothing"
  )
  func changePassword() async throws {
    _ = try await auth.claim(Self.claim)
    let mine = try await logIn()
    let other = try await logIn()
    let me = AuthClient(try await channel(as: mine.accessToken))
    let wrong = await #expect(throws: Status.self) {
      try await me.changePassword(
        ChangePasswordRequest(currentPassword: "wrong", newPassword: "a new one, longer"))
    }
    #expect(wrong?.reason == "LOGIN_FAILED")

    let request = ChangePasswordRequest(
      currentPassword: Self.password, newPassword: "a new one, longer")
    let options = CallOptions(idempotencyKey: "k1")
    for _ in 0..<2 {
      #expect(
        try await me.changePassword(request, options: options)
          == ChangePasswordResponse(endedSessions: 1))
    }
    await #expect(throws: Status.self) {
      try await auth.refresh(RefreshRequest(refreshToken: other.refreshToken))
    }
    _ = try await auth.refresh(RefreshRequest(refreshToken: mine.refreshToken))
    _ = try await logIn("a new one, longer")
  }

  @Test("A confirmation takes the session's password, and wrong ones are throttled like logins")
  func confirmPassword() async throws {
    _ = try await auth.claim(Self.claim)
    let tokens = try await logIn()
    let me = AuthClient(try await channel(as: tokens.accessToken))
    let shown = try await me.confirmPassword(ConfirmPasswordRequest(password: Self.password))
    #expect(shown.sessionId == tokens.sessionId)
    #expect(shown.passwordShownAt != nil)
    var reasons: [StatusReason] = []
    for _ in 0..<6 {
      let refusal = await #expect(throws: Status.self) {
        try await me.confirmPassword(ConfirmPasswordRequest(password: "wrong"))
      }
      reasons.append(refusal?.reason ?? "")
    }
    #expect(reasons == Array(repeating: "LOGIN_FAILED", count: 5) + ["LOGIN_THROTTLED"])
  }

  @Test("An invited person chooses a password once, and the call can be repeated")
  func acceptInvite() async throws {
    let claimed = try await auth.claim(Self.claim)
    try await fixture.invite("grace@example.com", to: claimed.organizationId, token: "stw-invite-1")
    let request = AcceptInviteRequest(
      token: "stw-invite-1", name: "Grace", password: "another long one")
    let options = CallOptions(idempotencyKey: "k1")
    let accepted = try await auth.acceptInvite(request, options: options)
    #expect(accepted.created)
    #expect(accepted.role == "developer")
    #expect(try await auth.acceptInvite(request, options: options) == accepted)
    let again = await #expect(throws: Status.self) { try await auth.acceptInvite(request) }
    #expect(again?.code == .failedPrecondition)
    _ = try await auth.login(
      LoginRequest(email: "grace@example.com", password: "another long one"))
  }

  @Test("An account accepts an invite by its password, and an invite gives no roles of elsewhere")
  func invitedAgain() async throws {
    let claimed = try await auth.claim(Self.claim)
    let other = try await fixture.organization("Globex")
    try await fixture.invite("ada@example.com", to: other, token: "stw-invite-2")
    let wrong = await #expect(throws: Status.self) {
      try await auth.acceptInvite(
        AcceptInviteRequest(token: "stw-invite-2", password: "not the password"))
    }
    #expect(wrong?.reason == "LOGIN_FAILED")
    let accepted = try await auth.acceptInvite(
      AcceptInviteRequest(token: "stw-invite-2", password: Self.password))
    #expect(accepted.userId == claimed.userId)
    #expect(!accepted.created)

    let added = try await fixture.add("bob@example.com", to: claimed.organizationId)
    try await fixture.invite("bob@example.com", to: other, token: "stw-invite-3")
    let bob = try await auth.acceptInvite(
      AcceptInviteRequest(token: "stw-invite-3", name: "Bob", password: "chosen by another"))
    #expect(bob.created)
    #expect(bob.userId != added)
  }

  @Test(
    "An added user chooses a password by a token that is shown once, and both calls can be repeated"
  )
  func resetPassword() async throws {
    let claimed = try await auth.claim(Self.claim)
    let bob = try await fixture.add("bob@example.com", to: claimed.organizationId)
    let admin = AuthClient(try await channel(as: try await logIn().accessToken))
    let wish = CreatePasswordResetRequest(userId: bob)
    let created = try await admin.createPasswordReset(
      wish, options: CallOptions(idempotencyKey: "k1"))
    #expect(
      try await admin.createPasswordReset(wish, options: CallOptions(idempotencyKey: "k1"))
        == created)

    for password in ["", "too short"] {
      let error = await #expect(throws: Status.self) {
        try await auth.resetPassword(
          ResetPasswordRequest(token: created.token, password: password))
      }
      #expect(error?.reason == "INVALID_FIELDS")
    }
    let request = ResetPasswordRequest(token: created.token, password: "another long one")
    let options = CallOptions(idempotencyKey: "k2")
    let reset = try await auth.resetPassword(request, options: options)
    #expect(reset == ResetPasswordResponse(userId: bob))
    #expect(try await auth.resetPassword(request, options: options) == reset)
    let again = await #expect(throws: Status.self) { try await auth.resetPassword(request) }
    #expect(again?.reason == "RESET_TOKEN_OVER")
    _ = try await auth.login(
      LoginRequest(email: "bob@example.com", password: "another long one"))
  }

  @Test("An admin key can't reset a user's password, or a leaked key could take over an admin")
  func resetByMachine() async throws {
    let claimed = try await auth.claim(Self.claim)
    let bob = try await fixture.add("bob@example.com", to: claimed.organizationId)
    let plugin = fixture.channel(as: IPCPrincipal(kind: .plugin, id: "greeter"))
    for machine in [try await channel(as: claimed.adminKey), plugin] {
      for user in [claimed.userId, bob] {
        let error = await #expect(throws: Status.self) {
          try await AuthClient(machine).createPasswordReset(
            CreatePasswordResetRequest(userId: user))
        }
        #expect(error?.reason == "PERMISSION_DENIED")
        #expect(error?.message.contains("only a user") == true)
      }
    }
  }

  @Test("An admin key is shown once, listed by its hint, and works until it is revoked")
  func adminKeys() async throws {
    let claimed = try await auth.claim(Self.claim)
    let keys = AdminKeysClient(try await channel(as: claimed.adminKey))
    let options = CallOptions(idempotencyKey: "k1")
    let request = CreateAdminKeyRequest(organizationId: claimed.organizationId, name: "CI")
    let created = try await keys.create(request, options: options)
    #expect(try await keys.create(request, options: options) == created)
    let list = try await keys.list(
      ListAdminKeysRequest(organizationId: claimed.organizationId))
    #expect(list.data.map(\.name) == ["CI", "Made with the installation"])
    #expect(!"\(list)".contains(created.secret))
    _ = try await keys.revoke(RevokeAdminKeyRequest(id: created.key?.id ?? ""))
    let error = await #expect(throws: Status.self) { try await channel(as: created.secret) }
    #expect(error?.code == .unauthenticated)
  }

  @Test("A burst of logins is served a few at a time, and surplus logins are told to retry")
  func burst() async throws {
    let auth = auth
    let outcomes = await withTaskGroup(of: String.self) { group in
      for number in 0..<150 {
        group.addTask {
          do {
            _ = try await auth.login(
              LoginRequest(email: "user\(number)@example.com", password: "x"))
            return ""
          } catch {
            return Status(describing: error).reason.rawValue
          }
        }
      }
      return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    #expect(Set(outcomes.keys) == ["LOGIN_FAILED", "TOO_MANY_LOGINS"])
    #expect((outcomes["LOGIN_FAILED"] ?? 0) >= 66)
  }
}
