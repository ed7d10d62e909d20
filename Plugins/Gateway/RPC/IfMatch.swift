import HTTPTypes
import ProtobufRuntime

/// The condition under which a change is made, as HTTP defines it. (RFC 9110, section 13.1.1)
struct IfMatch: Hashable, Sendable {
  /// The field of a request that the condition sets.
  static let field = "if_match"

  /// The etag that the record must have; nil: any.
  let etag: String?

  /// - Throws: ``APIError`` unless the header is "*" or one entity tag. The quotes may be missing.
  init(_ header: String) throws(APIError) {
    let text = header.trimmingPrefix(while: \.isWhitespace)
    guard text != "*" else {
      etag = nil
      return
    }
    let bare =
      text.hasPrefix("\"") && text.hasSuffix("\"") ? text.dropFirst().dropLast() : text[...]
    guard !bare.isEmpty, !bare.contains(where: { "\", ".contains($0) }) else {
      throw APIError(.invalidRequest, "if-match: must be an etag from a response, or \"*\".")
    }
    etag = String(bare)
  }

  /// Returns the request with the condition in it, unless the request already has one.
  ///
  /// - Throws: ``APIError`` if the message takes no condition, because a client that sends one
  ///   relies on it.
  func added(to request: JSONValue, of message: MessageDescriptor) throws(APIError) -> JSONValue {
    guard let field = message.field(named: Self.field), field.type == .string, !field.isRepeated
    else {
      throw APIError(
        .invalidRequest, "if-match: this method doesn't support the header; leave it out.")
    }
    guard let etag, case .object(let members) = request,
      !members.contains(where: { $0.0 == field.name || $0.0 == field.jsonName })
    else { return request }
    return .object(members + [(field.name, .string(etag))])
  }
}
