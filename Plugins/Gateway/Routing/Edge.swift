import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import PluginKit

/// The outermost of what answers requests: every request gets an id and an answer, whatever happens within.
struct Edge<Routed: HTTPResponder<GatewayContext>>: Sendable {
  let routed: Routed
  let logger: Logger

  /// Answers a request. Never throws: what fails is told to the client.
  func respond(to request: Request, from peer: String) async -> Response {
    let id = RequestID()
    var response = await answer(request, id, from: peer)
    response.headers[.requestID] = id.description
    return response
  }

  private func answer(_ request: Request, _ id: RequestID, from peer: String) async -> Response {
    do {
      let source = GatewayContextSource(
        logger: logger, requestID: id, peer: peer, credential: try Credential(request))
      return try await routed.respond(to: request, context: GatewayContext(source: source))
    } catch {
      return APIError(describing: error).answer(to: id)
    }
  }
}
