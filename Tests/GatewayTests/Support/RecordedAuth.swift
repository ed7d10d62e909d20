import AdminProtos
import GoogleProtos
import IPC
import ProtobufRuntime
import Status
import Synchronization

/// An auth plugin that knows one password, and records the sessions that were ended.
final class RecordedAuth: Service {
  static let name = "steward.auth.v1.Auth"
  static let descriptorSet = ProtoFile.stewardAuthV1Auth.descriptorSet
  static let password = "correct horse battery"
  static let token = "access-1"

  private let ended = Mutex<[String]>([])
  private let refreshed = Mutex<[String]>([])
  private let begun = Mutex<[BegunSession]>([])

  /// A request that begins a session, and its idempotency key.
  struct BegunSession {
    let request: any GeneratedMessage & Sendable
    let idempotencyKey: String
  }

  /// The refresh tokens of the sessions that were ended.
  var endedSessions: [String] { ended.withLock { $0 } }
  /// The refresh tokens that were sent, whether they were accepted or not.
  var refreshTokens: [String] { refreshed.withLock { $0 } }
  /// The claims, accepted invites and password resets that succeeded.
  var begunSessions: [BegunSession] { begun.withLock { $0 } }

  func register(in methods: inout ServiceRouter) {
    methods.unary("\(Self.name)/GetInstallation") { (_: GetInstallationRequest, _) in
      Installation(claimed: true)
    }
    methods.unary("\(Self.name)/Login") { (request: LoginRequest, _) in try self.logIn(request) }
    methods.unary("\(Self.name)/Refresh") { (request: RefreshRequest, _) in
      self.refreshed.withLock { $0.append(request.refreshToken) }
      guard request.refreshToken != "down" else { throw Status.pluginStopped }
      guard request.refreshToken == "refresh-1" else { throw Status.sessionOver }
      return Self.tokens(2)
    }
    methods.unary("\(Self.name)/Logout") { (request: LogoutRequest, _) in
      self.ended.withLock { $0.append(request.refreshToken) }
      return LogoutResponse(sessionId: "session_1", ended: true)
    }
    methods.unary("\(Self.name)/Claim") { (request: ClaimRequest, context) in
      try Self.checkSecret(request.code)
      return ClaimResponse(session: self.begin(request, context))
    }
    methods.unary("\(Self.name)/AcceptInvite") { (request: AcceptInviteRequest, context) in
      try Self.checkSecret(request.token)
      return AcceptInviteResponse(session: self.begin(request, context))
    }
    methods.unary("\(Self.name)/ResetPassword") { (request: ResetPasswordRequest, context) in
      try Self.checkSecret(request.token)
      return ResetPasswordResponse(session: self.begin(request, context))
    }
    methods.unary("\(Self.name)/ConfirmPassword") { (request: ConfirmPasswordRequest, context) in
      let tokens = [Self.token, "access-2"].map { "Bearer \($0)" }
      guard tokens.contains(context.metadata["authorization"] ?? "") else {
        throw Status.sessionOver
      }
      guard request.password == Self.password else { throw Status.wrongCredential }
      return ConfirmPasswordResponse(sessionId: "session_1")
    }
    methods.unary("\(Self.name)/WhoAmI") { (_: WhoAmIRequest, context) in
      guard context.metadata["authorization"] == "Bearer \(Self.token)" else {
        throw Status.wrongCredential
      }
      return Identity(type: "user", id: "user_1", name: "Ada")
    }
  }

  private func logIn(_ request: LoginRequest) throws -> SessionTokens {
    switch request.password {
    case Self.password: return Self.tokens(1)
    case "too often":
      throw Status(
        .resourceExhausted, reason: "LOGIN_THROTTLED", message: "Wait.", retryDelay: .seconds(7))
    default: throw Status.wrongCredential
    }
  }

  private func begin(
    _ request: some GeneratedMessage & Sendable, _ context: CallContext
  ) -> SessionTokens {
    begun.withLock {
      $0.append(BegunSession(request: request, idempotencyKey: context.idempotencyKey))
    }
    return Self.tokens(1)
  }

  private static func checkSecret(_ secret: String) throws {
    guard secret == "secret-1" else { throw Status.wrongSecret }
  }

  private static func tokens(_ number: Int) -> SessionTokens {
    SessionTokens(
      sessionId: "session_1", userId: "user_1", accessToken: "access-\(number)",
      accessExpiresAt: GoogleTimestamp(seconds: 4_000_000_000),
      refreshToken: "refresh-\(number)",
      refreshExpiresAt: GoogleTimestamp(seconds: 4_000_000_000))
  }
}

extension Status {
  fileprivate static let wrongCredential = Status(
    .unauthenticated, reason: "LOGIN_FAILED", message: "No.")
  fileprivate static let sessionOver = Status(
    .unauthenticated, reason: "SESSION_ENDED", message: "It has ended.")
  fileprivate static let pluginStopped = Status(
    .unavailable, reason: "PLUGIN_CRASHED", message: "It has stopped.")
  fileprivate static let wrongSecret = Status(
    .invalidArgument, reason: "TOKEN_UNKNOWN", message: "It is unknown.",
    fieldViolations: [FieldViolation(field: "token", reason: "UNKNOWN", message: "It is unknown.")])
}
