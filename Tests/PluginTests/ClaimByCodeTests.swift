import AdminProtos
import AdminServices
import IPC
import IPCProtos
import Status
import Testing

/// What callers without a credential can do with codes and tokens.
@Suite("Claims by code, and the sessions that tokens begin")
struct ClaimByCodeTests {
  private static let password = "correct horse battery"

  let fixture: AuthPluginFixture
  private var host: AuthClient {
    AuthClient(fixture.channel(as: AuthPluginFixture.operatorPrincipal))
  }
  private var anyone: AuthClient { AuthClient(fixture.channel(as: AuthPluginFixture.anonymous)) }

  init() throws { fixture = try AuthPluginFixture() }

  private func request(_ code: String, dryRun: Bool = false) -> ClaimRequest {
    ClaimRequest(
      organizationName: "Acme", name: "Ada", email: "ada@example.com", password: Self.password,
      dryRun: dryRun, code: code, newSession: NewSession(label: "Firefox"))
  }

  private func refusal(_ call: () async throws -> any Sendable) async -> Status? {
    do {
      _ = try await call()
      return nil
    } catch {
      return Status(describing: error)
    }
  }

  @Test("A person without a credential claims by code, is logged in, and the code is used up")
  func claim() async throws {
    let code = try await host.beginClaim(BeginClaimRequest()).code
    _ = try await anyone.claim(request(code, dryRun: true))
    let claimed = try await anyone.claim(request(code))
    let session = try #require(claimed.session)
    #expect(session.userId == claimed.userId)
    _ = try await anyone.refresh(RefreshRequest(refreshToken: session.refreshToken))
    for other in [code, ""] {
      #expect(await refusal { try await anyone.claim(request(other)) }?.reason == "ALREADY_CLAIMED")
    }
    #expect(
      await refusal { try await host.beginClaim(BeginClaimRequest()) }?.reason == "ALREADY_CLAIMED")
  }

  @Test("Callers of every kind but the operator need a code, and are refused alike without one")
  func refusedAlike() async throws {
    _ = try await host.beginClaim(BeginClaimRequest())
    var refusals: Set<Status> = []
    for kind in [IPCPrincipal.Kind.anonymous, .user, .adminKey, .plugin, .host] {
      let auth = AuthClient(fixture.channel(as: IPCPrincipal(kind: kind, id: "x")))
      for code in ["", "0000-0000-0000-0000-0000-0000-0000"] {
        for dryRun in [true, false] {
          let status = await refusal { try await auth.claim(request(code, dryRun: dryRun)) }
          refusals.insert(try #require(status))
        }
      }
    }
    #expect(refusals.map(\.reason) == ["CLAIM_CODE_INVALID"])
    #expect(try await !host.getInstallation(GetInstallationRequest()).claimed)
  }

  @Test("A claim repeated with its key and code returns the same secrets, and to others nothing")
  func replay() async throws {
    let code = try await host.beginClaim(BeginClaimRequest()).code
    let options = CallOptions(idempotencyKey: "k1")
    let first = try await anyone.claim(request(code), options: options)
    #expect(try await anyone.claim(request(code), options: options) == first)
    var others = [request(""), request("0000"), request(code), request(code)]
    others[2].password = "another long password"
    others[3].newSession = nil
    for other in others {
      let status = await refusal { try await anyone.claim(other, options: options) }
      #expect(status != nil)
      #expect(status?.message.contains(first.adminKey) == false)
    }
    let unkeyed = await refusal { try await anyone.claim(request(code)) }
    #expect(unkeyed?.reason == "ALREADY_CLAIMED")
    let user = AuthClient(fixture.channel(as: IPCPrincipal(kind: .user, id: "user_1")))
    let foreign = await refusal { try await user.claim(request(code), options: options) }
    #expect(foreign?.reason == "ALREADY_CLAIMED")
  }

  @Test("A code that is begun with a key is repeated to the operator, and to no one else")
  func replayOfCode() async throws {
    let options = CallOptions(idempotencyKey: "k1")
    let code = try await host.beginClaim(BeginClaimRequest(), options: options)
    #expect(try await host.beginClaim(BeginClaimRequest(), options: options) == code)
    for kind in [IPCPrincipal.Kind.host, .user, .plugin] {
      let other = AuthClient(fixture.channel(as: IPCPrincipal(kind: kind, id: "uid:0")))
      let status = await refusal {
        try await other.beginClaim(BeginClaimRequest(), options: options)
      }
      #expect(status?.code == .permissionDenied)
    }
  }

  @Test("Neither the code nor a token of the new session is in the store or in its events")
  func stored() async throws {
    let options = CallOptions(idempotencyKey: "k1")
    let code = try await host.beginClaim(BeginClaimRequest(), options: options).code
    let claimed = try await anyone.claim(request(code), options: options)
    let session = try #require(claimed.session)
    for secret in [
      code, code.replacing("-", with: ""), claimed.adminKey, session.accessToken,
      session.refreshToken,
    ] {
      #expect(try !fixture.storeContains(secret))
    }
    #expect(try fixture.storeContains("claim_code.ended"))
  }

  @Test("An invite and a reset begin a sealed session, and a repeated call returns the same one")
  func tokens() async throws {
    let claimed = try await host.claim(request(""))
    let options = CallOptions(idempotencyKey: "k1")
    try await fixture.invite("grace@x.org", to: claimed.organizationId, token: "stw-invite-1")
    let accept = AcceptInviteRequest(
      token: "stw-invite-1", name: "Grace", password: "another long one", newSession: NewSession())
    let accepted = try await anyone.acceptInvite(accept, options: options)
    #expect(try await anyone.acceptInvite(accept, options: options) == accepted)

    let reset = try await host.createPasswordReset(
      CreatePasswordResetRequest(userId: accepted.userId))
    let choose = ResetPasswordRequest(
      token: reset.token, password: "yet another long one", newSession: NewSession())
    let chosen = try await anyone.resetPassword(
      choose, options: CallOptions(idempotencyKey: "k2"))
    #expect(
      try await anyone.resetPassword(choose, options: CallOptions(idempotencyKey: "k2")) == chosen)
    #expect(chosen.endedSessions == 1)
    for tokens in [try #require(accepted.session), try #require(chosen.session)] {
      #expect(try !fixture.storeContains(tokens.accessToken))
      #expect(try !fixture.storeContains(tokens.refreshToken))
    }
  }

  @Test("A label that breaks a rule is refused before the token is used")
  func label() async throws {
    let claimed = try await host.claim(request(""))
    try await fixture.invite("grace@x.org", to: claimed.organizationId, token: "stw-invite-1")
    let wrong = NewSession(label: String(repeating: "x", count: 101))
    var accept = AcceptInviteRequest(
      token: "stw-invite-1", name: "Grace", password: "another long one", newSession: wrong)
    #expect(await refusal { try await anyone.acceptInvite(accept) }?.reason == "INVALID_FIELDS")
    let reset = ResetPasswordRequest(token: "x", password: "another long one", newSession: wrong)
    #expect(await refusal { try await anyone.resetPassword(reset) }?.reason == "INVALID_FIELDS")
    accept.newSession = nil
    _ = try await anyone.acceptInvite(accept)
  }

  @Test("Wrong tokens and codes of a peer are throttled together, and true ones must then wait too")
  func throttled() async throws {
    let code = try await host.beginClaim(BeginClaimRequest()).code
    let from = CallOptions(peer: "192.0.2.1")
    let guesses: [(String, () async throws -> any Sendable)] = [
      ("CLAIM_CODE_INVALID", { [self] in try await anyone.claim(request("x"), options: from) }),
      (
        "INVITE_TOKEN_UNKNOWN",
        { [self] in try await anyone.inspectInvite(InspectInviteRequest(token: "x"), options: from)
        }
      ),
      (
        "RESET_TOKEN_UNKNOWN",
        { [self] in
          try await anyone.inspectPasswordReset(
            InspectPasswordResetRequest(token: "x"), options: from)
        }
      ),
    ]
    let revision = try fixture.lastRevision()
    for number in 0..<50 {
      let (reason, guess) = guesses[number % 3]
      #expect(await refusal(guess)?.reason.rawValue == reason)
    }
    for (_, guess) in guesses { #expect(await refusal(guess)?.reason == "LOGIN_THROTTLED") }
    let late = await refusal { try await anyone.claim(request(code), options: from) }
    #expect(late?.code == .resourceExhausted)
    #expect((late?.retryDelay ?? .zero) > .zero)
    #expect(try fixture.lastRevision() == revision, "A guess is in the audit log.")

    let elsewhere = CallOptions(peer: "192.0.2.2")
    _ = try await anyone.claim(request(code), options: elsewhere)
  }

  @Test("A true token is told without a write, however often it is looked at")
  func inspected() async throws {
    let claimed = try await host.claim(request(""))
    try await fixture.invite("grace@x.org", to: claimed.organizationId, token: "stw-invite-1")
    let revision = try fixture.lastRevision()
    for _ in 0..<60 {
      let offer = try await anyone.inspectInvite(
        InspectInviteRequest(token: "stw-invite-1"), options: CallOptions(peer: "192.0.2.1"))
      #expect(offer.email == "grace@x.org")
    }
    #expect(try fixture.lastRevision() == revision)
  }

  @Test("The profile and the permissions of a user are in their identity")
  func profile() async throws {
    let claimed = try await host.claim(request(""))
    let ada = IPCPrincipal(
      kind: .user, id: claimed.userId,
      roles: [IPCRoleGrant(role: "developer", organizationId: claimed.organizationId)])
    let me = AuthClient(fixture.channel(as: ada))
    let profile = try await me.updateProfile(UpdateProfileRequest(language: "ja"))
    let identity = try await me.whoAmI(WhoAmIRequest())
    #expect(identity.profile == profile)
    #expect(identity.organizations.first?.permissions.contains("keys.issue") == true)
    #expect(identity.permissions == [])
  }
}
