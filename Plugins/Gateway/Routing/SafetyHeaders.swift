import HTTPTypes
import Hummingbird

/// The headers for browsers that every response has, whatever its content.
struct SafetyHeaders: Hashable, Sendable {
  /// One year, in seconds.
  private static let transportSecurity = "max-age=31536000"

  let fields: HTTPFields

  /// - Parameter isSecure: Whether clients use HTTPS. If so, browsers are told never to use plain
  ///   HTTP again.
  init(isSecure: Bool) {
    var fields: HTTPFields = [.xContentTypeOptions: "nosniff"]
    if isSecure { fields[.strictTransportSecurity] = Self.transportSecurity }
    self.fields = fields
  }

  /// Adds these headers to a response, and the others that every response has.
  func complete(_ response: inout Response, of request: RequestID) {
    response.headers[.date] = HTTPDate.now
    response.headers[.requestID] = request.description
    response.headers.append(contentsOf: fields)
  }
}
