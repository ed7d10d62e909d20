import HTTPTypes
import Hummingbird
import NIOCore

/// A tag that distinguishes one content of a resource from all others. (RFC 9110, section 8.8.3)
struct EntityTag: Hashable, Sendable, CustomStringConvertible {
  let opaque: String

  /// The tag as it appears in a header.
  var description: String { "\"\(opaque)\"" }

  /// Returns whether a client says, by `if-none-match`, that it has this content. (RFC 9110,
  /// section 13.1.2)
  func isKnown(to request: Request) -> Bool {
    request.headers[values: .ifNoneMatch].joined(separator: ",").split(separator: ",").contains {
      let tag = $0.drop { $0 == " " }.prefix { $0 != " " }
      return tag == "*" || tag == description || tag == "W/\(description)"
    }
  }
}

extension Response {
  /// Creates a JSON response that a client may keep if it checks each time whether it is still
  /// valid.
  static func cacheable(_ text: ByteBuffer, _ etag: EntityTag, to request: Request) -> Response {
    var headers: HTTPFields = [.eTag: etag.description, .cacheControl: "no-cache"]
    guard !etag.isKnown(to: request) else {
      return Response(status: .notModified, headers: headers)
    }
    headers[.contentType] = "application/json"
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: text))
  }
}
