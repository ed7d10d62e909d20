import HTTPTypes
import Hummingbird

/// The other sites whose pages may use the gateway from a browser. There are none unless the
/// operator names them. (WHATWG Fetch, "CORS protocol")
///
/// Hummingbird's `CORSMiddleware` can't replace it:
/// - It takes its list of origins as separate arguments, so the list can't come from a setting.
/// - It names the exposed headers only in the response to a preflight request. Browsers look for
///   them in the response itself, so no page could read `request-id`, `retry-after` or `etag`.
/// - It adds `vary` only if a request has an origin. A cache could then give a page the response to
///   a request without an origin.
/// - It responds to every OPTIONS request with an origin, also from sites that are not admitted.
/// - It is a middleware of the router, and most refusals are made before a request is routed.
struct CrossOrigin: Hashable, Sendable {
  /// The origins, such as `https://console.example.com`. They are compared exactly.
  let origins: Set<String>

  private static let methods = "GET, POST, DELETE"
  private static let requestHeaders =
    "authorization, x-api-key, anthropic-version, content-type, idempotency-key, if-match, last-event-id"
  private static let responseHeaders = "request-id, retry-after, etag, anthropic-organization-id"
  /// How long a browser may remember the response to a preflight request, in seconds.
  private static let maximumAge = "600"

  /// Returns the response to a browser's preflight request; nil if the request is none, or if its
  /// site is not admitted.
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

  /// Lets the page that made a request read the response, if its site is admitted.
  func admit(_ request: Request, to response: inout Response) {
    guard !origins.isEmpty else { return }
    guard let origin = admitted(request) else {
      // With this header, no cache gives one site a response that was meant for another.
      response.headers[.vary] = "origin"
      return
    }
    response.headers.append(contentsOf: Self.headers(for: origin))
    response.headers[.accessControlExposeHeaders] = Self.responseHeaders
  }

  private func admitted(_ request: Request) -> String? {
    request.headers[.origin].flatMap { origins.contains($0) ? $0 : nil }
  }

  /// Returns the headers for an origin. They never allow credentials, because cookies are only for
  /// the gateway's own pages.
  private static func headers(for origin: String) -> HTTPFields {
    [.accessControlAllowOrigin: origin, .vary: "origin"]
  }
}
