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

  /// The refresh tokens of the sessions that were ended.
  var endedSessions: [String] { ended.withLock { $0 } }

  func register(in methods: inout ServiceRouter) {
    methods.unary("\(Self.name)/GetInstallation") { (_: GetInstallationRequest, _) in
      Installation(claimed: true)
    }
    methods.unary("\(Self.name)/Login") { (request: LoginRequest, _) in try self.logIn(request) }
    methods.unary("\(Self.name)/Refresh") { (request: RefreshRequest, _) in
      guard request.refreshToken == "refresh-1" else { throw Status.wrongCredential }
      return Self.tokens(2)
    }
    methods.unary("\(Self.name)/Logout") { (request: LogoutRequest, _) in
      self.ended.withLock { $0.append(request.refreshToken) }
      return LogoutResponse(sessionId: "session_1", ended: true)
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
}
