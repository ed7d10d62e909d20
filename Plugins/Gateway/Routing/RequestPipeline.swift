import HTTPTypes
import Hummingbird
import IPC
import Logging
import Platform
import PluginKit

/// The outermost layer that handles requests. Every request gets an id and a response, whatever
/// happens inside.
struct RequestPipeline<Routed: HTTPResponder<GatewayContext>>: Sendable {
  let routed: Routed
  let limiter: RateLimiter
  let proxies: TrustedProxies
  /// nil: any host that a request names.
  let origin: PublicOrigin?
  let safety: SafetyHeaders
  let crossOrigin: CrossOrigin
  let log: AccessLog
  let history: ResponseHistory
  let logger: Logger
  /// How long a request may take until it is read and translated.
  var requestTimeout = Duration.seconds(30)

  /// Handles a request. It never throws: a failure is reported to the client.
  ///
  /// - Parameter sender: The address at the other end of the connection: the client or a proxy.
  func respond(to request: Request, from sender: IPAddress) async -> Response {
    let start = ContinuousClock.now
    let id = RequestID()
    let client = proxies.client(of: request.headers, from: sender)
    let normal = RequestForm.normal(request)
    let isPage = PagePath.contains(normal.uri.path)
    var response: Response
    do {
      response = try await self.response(
        to: normal, id, from: PeerAddress(client), at: start, isPage)
    } catch {
      let error = APIError(describing: error)
      response = isPage ? FaultPage(error).response(to: normal) : error.response(to: id)
    }
    if request.method == .head { response.omitBody() }
    if isPage {
      PageHeaders.complete(&response)
    } else {
      crossOrigin.admit(request, to: &response)
    }
    safety.complete(&response, of: id)
    history.count(response.status.code, at: WallClock.seconds)
    log.note(request, response, as: id, from: client, after: .now - start)
    return response
  }

  private func response(
    to request: Request, _ id: RequestID, from peer: PeerAddress, at start: ContinuousClock.Instant,
    _ isPage: Bool
  ) async throws -> Response {
    try RequestForm.check(request)
    try origin?.check(request)
    // No page of another site may read a page of this one, whatever the settings say.
    if !isPage, let preflight = crossOrigin.preflight(request) { return preflight }
    let credential = try Credential(request)
    try limiter.admit(credential, from: peer)
    try request.headers[.idempotencyKey].map(IdempotencyKey.check)
    let source = GatewayContextSource(
      logger: logger, requestID: id, peer: peer, credential: credential,
      deadline: start + requestTimeout)
    return try await routed.respond(to: request, context: GatewayContext(source: source))
  }
}

extension Response {
  /// Removes the body for a response to HEAD. The length of the body stays, if it is known.
  fileprivate mutating func omitBody() {
    let length = headers[.contentLength]
    self = createHeadResponse()
    headers[.contentLength] = length
  }
}
