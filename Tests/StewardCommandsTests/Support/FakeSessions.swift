import AdminProtos
import AdminServices
import IPC
import Status
import Synchronization

/// A sessions service that keeps its requests. Its caller is no user.
final class FakeSessions: SessionsServiceProtocol {
  private let ended = Mutex<[RevokeAllSessionsRequest]>([])
  private let calls = Mutex<[String]>([])

  /// The requests to end all sessions of a user.
  var signOuts: [RevokeAllSessionsRequest] { ended.withLock { $0 } }
  /// The names of the methods that were called.
  var methods: [String] { calls.withLock { $0 } }

  private func note(_ context: CallContext) {
    calls.withLock { $0.append(String(context.method.split(separator: "/").last ?? "")) }
  }

  func list(_ request: ListSessionsRequest, context: CallContext) async throws
    -> ListSessionsResponse
  {
    guard !request.userId.isEmpty else {
      throw Status(
        .invalidArgument, reason: "INVALID_FIELDS", message: "user_id: must be given",
        fieldViolations: [
          FieldViolation(field: "user_id", reason: "REQUIRED", message: "must be given")
        ])
    }
    return ListSessionsResponse()
  }

  func revoke(_ request: RevokeSessionRequest, context: CallContext) async throws -> Session {
    note(context)
    return Session(id: request.id, endReason: "REVOKED")
  }

  func revokeOthers(_ request: RevokeOtherSessionsRequest, context: CallContext) async throws
    -> RevokeSessionsResponse
  {
    note(context)
    return RevokeSessionsResponse(userId: "user_1", endedSessions: 2)
  }

  func revokeAll(_ request: RevokeAllSessionsRequest, context: CallContext) async throws
    -> RevokeSessionsResponse
  {
    note(context)
    ended.withLock { $0.append(request) }
    return RevokeSessionsResponse(userId: request.userId, endedSessions: 3)
  }
}
