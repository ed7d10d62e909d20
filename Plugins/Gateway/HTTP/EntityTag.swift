import HTTPTypes
import Hummingbird
import NIOCore

/// A tag that distinguishes one content of a resource from all others. (RFC 9110, section 8.8.3)
struct EntityTag: Hashable, Sendable, CustomStringConvertible {
  /// The tag without its quotation marks.
  let opaque: String

  init(opaque: String) { self.opaque = opaque }

  /// Reads one tag as it appears in a header. Returns nil for any other text, and for a weak tag.
  init?(_ text: some StringProtocol) {
    let bare = text.dropFirst().dropLast()
    guard text.hasPrefix("\""), text.hasSuffix("\""), !bare.isEmpty,
      bare.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") })
    else { return nil }
    self.init(opaque: String(bare))
  }

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

  /// Sets the header for the etag of the resource that the response shows. With the etag, a client
  /// can make a change that fails if the resource has changed since.
  ///
  /// - Parameter etag: The etag in the resource; empty if the resource has none.
  mutating func setETag(_ etag: String) {
    if !etag.isEmpty { headers[.eTag] = EntityTag(opaque: etag).description }
  }
}
