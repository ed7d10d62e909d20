import AdminProtos
import AdminServices
import IPC
import Synchronization

/// A directory of one key that keeps its requests.
final class FakeDirectory: DirectoryServiceProtocol {
  private let found = Mutex<[FindRequest]>([])
  private let resolved = Mutex<[ResolveIDsRequest]>([])

  var searches: [FindRequest] { found.withLock { $0 } }
  var resolutions: [ResolveIDsRequest] { resolved.withLock { $0 } }

  private static let key = DirectoryEntry(
    id: "apikey_1", kind: "api_key", name: "CI", detail: "sk-stw-R2D...igAA",
    organizationId: "acme", organizationName: "Acme", workspaceId: "wrkspc_1")

  func find(_ request: FindRequest, context: CallContext) async throws -> FindResponse {
    found.withLock { $0.append(request) }
    return request.text == "nothing"
      ? FindResponse() : FindResponse(data: [Self.key], hasMore: true)
  }

  func resolve(_ request: ResolveIDsRequest, context: CallContext) async throws
    -> ResolveIDsResponse
  {
    resolved.withLock { $0.append(request) }
    return ResolveIDsResponse(data: [Self.key])
  }
}
