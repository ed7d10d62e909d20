import AdminProtos
import AdminServices
import Hummingbird
import IPC
import Platform
import PluginKit
import ProtobufRuntime
import Status

/// The routes for orchestrators and load balancers.
struct HealthRoutes: Sendable {
  static let paths = ["/healthz", "/readyz"]
  /// Short, because the clients of these routes don't wait for long.
  private static let timeout = Duration.seconds(2)

  let host: any IPC.Channel

  init(host: any IPC.Channel) { self.host = host }

  var all: [Route] {
    [
      Route(.get, "/healthz", .health) { _, _ in .ok },
      Route(.get, "/readyz", .readiness) { [self] _, context in
        try await readiness(context.peer)
      },
    ]
  }

  /// Responds if the host responds, and the auth plugin as well. Without the auth plugin, no client
  /// has access.
  private func readiness(_ peer: PeerAddress) async throws -> Response {
    do {
      _ = try await AuthClient(host).getInstallation(
        GetInstallationRequest(),
        options: CallOptions(timeout: Self.timeout, peer: peer.description))
      return .ok
    } catch {
      throw APIError.notReady(Status(describing: error))
    }
  }
}

extension Response {
  fileprivate static let ok = Response.json(.object([("status", .string("ok"))]))
}

extension APIError {
  fileprivate static func notReady(_ status: Status) -> APIError {
    var error = APIError(
      .overloaded, "The gateway can't serve now: \(status.message)", status: .serviceUnavailable)
    error.retryAfter = status.retryDelay ?? .seconds(1)
    error.details = [
      ("code", .string(status.code.name)), ("reason", .string(status.reason.rawValue)),
    ]
    return error
  }
}

extension Operation {
  fileprivate static let health = Operation(
    id: "getHealth", tag: "Health", summary: "Returns ok if the gateway responds.",
    response: .status, needsCredential: false)
  fileprivate static let readiness = Operation(
    id: "getReadiness", tag: "Health",
    summary: "Returns ok if the gateway can serve: the host and the auth plugin respond.",
    response: .status, needsCredential: false)
}

extension Schema {
  fileprivate static let status = Schema.object(.init("status", .constant("ok"))).named("Health")
}
