import AdminProtos
import AdminServices
import GoogleProtos
import IPC
import Status
import Synchronization

/// An auth plugin that keeps its requests and knows one password.
final class FakeAuth: AuthServiceProtocol {
  private struct State {
    var isClaimed = false
    var claims: [ClaimRequest] = []
    var claimViolations: [FieldViolation] = []
    /// The mail address for which every dry run of a claim is refused.
    var badAddress: String?
    var refreshes = 0
    var resets: [ResetPasswordRequest] = []
    var confirmations: [String] = []
    /// Whether `whoAmI` requires the caller's password again.
    var asksForPassword = false
    var authorizations: [String?] = []
    var isSuperAdmin = false
    var profiles: [UpdateProfileRequest] = []
  }

  static let password = "correct horse battery"
  static let resetToken = "stw-reset-1"
  static let claimCode = "0123-4567-89AB"

  private let state = Mutex(State())
  /// The time when the access tokens expire, in seconds since 1970.
  private let accessExpiry: Int64

  init(isClaimed: Bool = false, accessExpiry: Int64 = 4_000_000_000) {
    self.accessExpiry = accessExpiry
    state.withLock { $0.isClaimed = isClaimed }
  }

  var claims: [ClaimRequest] { state.withLock(\.claims) }
  var resets: [ResetPasswordRequest] { state.withLock(\.resets) }
  var profiles: [UpdateProfileRequest] { state.withLock(\.profiles) }
  /// The credentials of the callers that confirmed their password.
  var confirmations: [String] { state.withLock(\.confirmations) }
  var refreshes: Int { state.withLock(\.refreshes) }
  /// The credentials of the callers of `whoAmI`, nil for none.
  var authorizations: [String?] { state.withLock(\.authorizations) }

  func getInstallation(_ request: GetInstallationRequest, context: CallContext) async throws
    -> Installation
  {
    Installation(claimed: state.withLock(\.isClaimed))
  }

  /// Makes `whoAmI` require the password again, until a caller has confirmed it.
  func askForPassword() { state.withLock { $0.asksForPassword = true } }

  /// Makes the next claim break rules.
  func refuseNextClaim(_ violations: [FieldViolation]) {
    state.withLock { $0.claimViolations = violations }
  }

  /// Refuses a mail address in every dry run of a claim.
  func refuseAddress(_ address: String) { state.withLock { $0.badAddress = address } }

  func claim(_ request: ClaimRequest, context: CallContext) async throws -> ClaimResponse {
    guard !request.dryRun else { return try check(request) }
    let violations = state.withLock { state in
      state.claims.append(request)
      defer { state.claimViolations = [] }
      return state.claimViolations
    }
    guard violations.isEmpty else {
      throw Status(
        .invalidArgument, reason: "INVALID", message: "not so", fieldViolations: violations)
    }
    return ClaimResponse(
      organizationId: "org-1", userId: "user_1", adminKey: "sk-secret", adminKeyId: "adminkey_1")
  }

  /// Checks a dry run of a claim. Also refuses fields that are still missing, as the plugin does.
  private func check(_ request: ClaimRequest) throws -> ClaimResponse {
    let missing = [("name", request.name), ("password", request.password)].filter(\.1.isEmpty)
    var violations = missing.map {
      FieldViolation(field: $0.0, reason: "REQUIRED", message: "must be given")
    }
    if request.email == state.withLock(\.badAddress) {
      violations.append(
        FieldViolation(field: "email", reason: "MALFORMED_ADDRESS", message: "must be an address"))
    }
    guard !violations.isEmpty else { return ClaimResponse() }
    throw Status(
      .invalidArgument, reason: "INVALID", message: "not so", fieldViolations: violations)
  }

  func beginClaim(_ request: BeginClaimRequest, context: CallContext) async throws -> ClaimCode {
    ClaimCode(code: Self.claimCode, expiresAt: GoogleTimestamp(seconds: 1_767_323_045))
  }

  func recover(_ request: RecoverRequest, context: CallContext) async throws -> RecoverResponse {
    RecoverResponse(userId: "user_1")
  }

  func login(_ request: LoginRequest, context: CallContext) async throws -> SessionTokens {
    guard request.password == Self.password else {
      throw Status(.unauthenticated, reason: "LOGIN_FAILED", message: "no")
    }
    return tokens(1)
  }

  func refresh(_ request: RefreshRequest, context: CallContext) async throws -> SessionTokens {
    let number = state.withLock { state in
      state.refreshes += 1
      return state.refreshes + 1
    }
    return tokens(number)
  }

  func logout(_ request: LogoutRequest, context: CallContext) async throws -> LogoutResponse {
    LogoutResponse(sessionId: "session_1", ended: true)
  }

  func whoAmI(_ request: WhoAmIRequest, context: CallContext) async throws -> Identity {
    let asks = state.withLock { state in
      state.authorizations.append(context.metadata["authorization"])
      return state.asksForPassword
    }
    guard !asks else {
      throw Status(.unauthenticated, reason: "PASSWORD_REQUIRED", message: "Show it.")
    }
    return Identity(
      type: "user", id: "user_1", name: "Ada", superAdmin: state.withLock(\.isSuperAdmin),
      profile: Profile(name: "Ada", language: "ja"))
  }

  /// Makes the caller a super admin.
  func promote() { state.withLock { $0.isSuperAdmin = true } }

  func updateProfile(_ request: UpdateProfileRequest, context: CallContext) async throws -> Profile
  {
    state.withLock { $0.profiles.append(request) }
    return Profile(name: request.name ?? "Ada", theme: request.theme ?? "")
  }

  func changePassword(_ request: ChangePasswordRequest, context: CallContext) async throws
    -> ChangePasswordResponse
  {
    ChangePasswordResponse()
  }

  func confirmPassword(_ request: ConfirmPasswordRequest, context: CallContext) async throws
    -> ConfirmPasswordResponse
  {
    guard request.password == Self.password else {
      throw Status(.unauthenticated, reason: "LOGIN_FAILED", message: "no")
    }
    state.withLock { state in
      state.confirmations.append(context.metadata["authorization"] ?? "")
      state.asksForPassword = false
    }
    return ConfirmPasswordResponse(sessionId: "session_1")
  }

  func acceptInvite(_ request: AcceptInviteRequest, context: CallContext) async throws
    -> AcceptInviteResponse
  {
    AcceptInviteResponse(userId: "user_1")
  }

  func inspectInvite(_ request: InspectInviteRequest, context: CallContext) async throws
    -> InspectedInvite
  {
    InspectedInvite()
  }

  func inspectPasswordReset(_ request: InspectPasswordResetRequest, context: CallContext)
    async throws -> InspectedPasswordReset
  {
    InspectedPasswordReset()
  }

  func createPasswordReset(_ request: CreatePasswordResetRequest, context: CallContext) async throws
    -> CreatedPasswordReset
  {
    CreatedPasswordReset(
      userId: request.userId, expiresAt: GoogleTimestamp(seconds: accessExpiry),
      token: Self.resetToken)
  }

  func resetPassword(_ request: ResetPasswordRequest, context: CallContext) async throws
    -> ResetPasswordResponse
  {
    state.withLock { $0.resets.append(request) }
    return ResetPasswordResponse(userId: "user_1", endedSessions: 2)
  }

  private func tokens(_ number: Int) -> SessionTokens {
    SessionTokens(
      sessionId: "session_1", userId: "user_1", accessToken: "access-\(number)",
      accessExpiresAt: GoogleTimestamp(seconds: accessExpiry), refreshToken: "refresh-\(number)")
  }
}
