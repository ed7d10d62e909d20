import HTTPTypes
import Hummingbird

/// The rules for every request, and the one form in which requests are handled.
enum RequestForm {
  /// Refuses a request that names no host or several (RFC 9112, section 3.2), and a request whose
  /// body has an encoding that the gateway can't decode (RFC 9110, section 15.5.16).
  static func check(_ request: Request) throws(APIError) {
    guard request.head.authority != nil, request.headers[values: .host].isEmpty else {
      throw APIError(.invalidRequest, "The request must name one host, in one Host header.")
    }
    let coding = request.headers[.contentEncoding]?.lowercased() ?? "identity"
    guard coding == "identity" else {
      throw .unsupportedCoding
    }
  }

  /// Returns the request in the form that routes know. HEAD becomes GET, because both are handled
  /// alike (RFC 9110, section 9.3.2). Percent-encoded letters of the path are decoded, because they
  /// mean the same path (RFC 3986, section 6.2.2).
  static func normal(_ request: Request) -> Request {
    let path = request.head.path ?? "/"
    let normal = Self.normal(path)
    guard request.method == .head || normal != path else { return request }
    var head = request.head
    if head.method == .head { head.method = .get }
    head.path = normal
    return Request(head: head, body: request.body)
  }

  /// Decodes percent-encoding that stands for letters, digits, `-`, `.`, `_` and `~`. An encoded
  /// slash or question mark stays encoded, so the path keeps the segments that the client gave it.
  /// A malformed path stays as it is.
  static func normal(_ target: String) -> String {
    let end = target.utf8.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex
    let path = target.utf8[..<end]
    guard path.contains(UInt8(ascii: "%")),
      let bytes = PercentEncoding.decode(path, where: PercentEncoding.isUnreserved)
    else { return target }
    return String(decoding: bytes, as: UTF8.self) + target[end...]
  }
}

extension HTTPField.Name {
  /// A second host. The first one is the request's authority.
  static let host = Self("host")!
}

extension APIError {
  fileprivate static let unsupportedCoding = APIError(
    .invalidRequest,
    "content-encoding: encoded bodies are not accepted. Send the body without compression.",
    status: .unsupportedMediaType)
}
