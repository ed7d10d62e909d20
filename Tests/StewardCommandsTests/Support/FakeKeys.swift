import AdminProtos
import AdminServices
import GoogleProtos
import IPC
import Synchronization

/// A keys service that echoes its requests and keeps them.
final class FakeKeys: KeysServiceProtocol {
  static let secret = "sk-stw-a-secret"

  private let requests = Mutex<[any Sendable]>([])

  /// Returns the requests of one type, in order.
  func received<Request: Sendable>(_ kind: Request.Type) -> [Request] {
    requests.withLock { $0.compactMap { $0 as? Request } }
  }

  private func keep(_ request: some Sendable) {
    requests.withLock { $0.append(request) }
  }

  func issue(_ request: IssueKeyRequest, context: CallContext) async throws -> IssuedKey {
    keep(request)
    return IssuedKey(
      key: ApiKey(id: "apikey_1", type: "api_key", name: request.name), secret: Self.secret)
  }

  func register(_ request: RegisterKeyRequest, context: CallContext) async throws -> ApiKey {
    keep(request)
    return ApiKey(id: request.id, type: "api_key", kind: "registered")
  }

  func get(_ request: GetKeyRequest, context: CallContext) async throws -> ApiKey {
    ApiKey(id: request.id, type: "api_key")
  }

  func list(_ request: ListKeysRequest, context: CallContext) async throws -> ListKeysResponse {
    keep(request)
    guard request.statuses != ["inactive"] else { return ListKeysResponse() }
    let key = ApiKey(
      id: "apikey_1", type: "api_key", name: "CI", status: "active", kind: "issued",
      lastUsedAt: GoogleTimestamp(seconds: 1_767_323_045), partialKeyHint: "sk-stw-abc...wxyz")
    return ListKeysResponse(data: [key], firstId: key.id, lastId: key.id)
  }

  func update(_ request: UpdateKeyRequest, context: CallContext) async throws -> ApiKey {
    keep(request)
    return ApiKey(id: request.id, type: "api_key")
  }

  func link(_ request: LinkKeyRequest, context: CallContext) async throws -> ApiKey {
    keep(request)
    return ApiKey(id: request.id, type: "api_key", userId: request.userId)
  }

  func rotate(_ request: RotateKeyRequest, context: CallContext) async throws -> IssuedKey {
    keep(request)
    return IssuedKey(key: ApiKey(id: request.id, type: "api_key"), secret: Self.secret)
  }

  func summary(_ request: KeySummaryRequest, context: CallContext) async throws -> KeySummary {
    keep(request)
    return KeySummary(active: 3, expiring: 1)
  }

  func revoke(_ request: RevokeKeyRequest, context: CallContext) async throws -> ApiKey {
    keep(request)
    return ApiKey(id: request.id, type: "api_key", status: "archived")
  }

  func usage(_ request: KeyUsageRequest, context: CallContext) async throws -> KeyUsage {
    keep(request)
    return KeyUsage(
      days: [
        KeyUsageDay(date: "2026-11-25", checks: 0), KeyUsageDay(date: "2026-11-26", checks: 1234),
      ])
  }

  func verify(_ request: VerifyKeyRequest, context: CallContext) async throws -> VerifyKeyResponse {
    keep(request)
    return request.secret == Self.secret
      ? VerifyKeyResponse(valid: true, id: "apikey_1")
      : VerifyKeyResponse(valid: false, reason: "UNKNOWN")
  }

  func reveal(_ request: RevealKeyRequest, context: CallContext) async throws -> RevealKeyResponse {
    RevealKeyResponse(id: request.id, value: "sk-ant-x")
  }
}
