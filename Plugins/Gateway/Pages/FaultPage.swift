import HTTPTypes
import Hummingbird
import Status

/// The gateway's own page for a request that has failed.
struct FaultPage: Sendable {
  /// How long to wait for a plugin that has stopped, if nothing else says so.
  private static let usualWait = "2"

  let fault: PageFault
  /// The headers of the error in addition to the usual ones, such as `retry-after` and `allow`.
  private let headers: HTTPFields

  init(_ error: any Error) {
    fault = PageFault(describing: error)
    var headers = error is PageFault ? [:] : APIError(describing: error).fields
    if fault == .unavailable, headers[.retryAfter] == nil { headers[.retryAfter] = Self.usualWait }
    self.headers = headers
  }

  /// Returns the response. Its page has a link to the same address, for what may succeed later.
  func response(to request: Request) -> Response {
    var page = GatewayPage(status: fault.status, title: fault.title, text: fault.text)
    switch fault {
    case .unavailable, .tooMany, .failed, .badPage: page.link = request.head.path
    case .forged, .unauthenticated: page.link = PagePath.root
    default: break
    }
    var response = page.response(to: request)
    response.headers.append(contentsOf: headers)
    return response
  }
}
