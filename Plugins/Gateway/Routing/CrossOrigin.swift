import HTTPTypes
import Hummingbird

/// Which other sites' pages may use the gateway from a browser: none, unless the operator names them.
/// (WHATWG Fetch, "CORS protocol")
struct CrossOrigin: Hashable, Sendable {
  /// As `https://console.example.com`, compared to the letter.
  let origins: Set<String>

  private static let methods = "GET, POST, DELETE"
  private static let requestHeaders =
    "authorization, x-api-key, anthropic-version, content-type, idempotency-key, if-match, last-event-id"
  private static let answerHeaders = "request-id, retry-after, etag, anthropic-organization-id"
  /// How long a browser may remember, in seconds.
  private static let maximumAge = "600"

  /// The answer to a browser that asks whether it may; nil if this is no such question.
  func preflight(_ request: Request) -> Response? {
    guard request.method == .options, request.headers[.accessControlRequestMethod] != nil,
      let origin = admitted(request)
    else { return nil }
    var headers = Self.headers(for: origin)
    headers[.accessControlAllowMethods] = Self.methods
    headers[.accessControlAllowHeaders] = Self.requestHeaders
    headers[.accessControlMaxAge] = Self.maximumAge
    return Response(status: .noContent, headers: headers)
  }

  /// Lets the page that made a request read its answer, if its site may.
  func admit(_ request: Request, to response: inout Response) {
    guard !origins.isEmpty else { return }
    guard let origin = admitted(request) else {
      // So that no cache gives to one site what was meant for another.
      response.headers[.vary] = "origin"
      return
    }
    response.headers.append(contentsOf: Self.headers(for: origin))
    response.headers[.accessControlExposeHeaders] = Self.answerHeaders
  }

  private func admitted(_ request: Request) -> String? {
    request.headers[.origin].flatMap { origins.contains($0) ? $0 : nil }
  }

  /// Never with credentials: cookies are for pages of the gateway's own.
  private static func headers(for origin: String) -> HTTPFields {
    [.accessControlAllowOrigin: origin, .vary: "origin"]
  }
}
