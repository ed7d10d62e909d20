import HTTPTypes
import ProtobufRuntime

/// The condition under which a change is made, as the header `if-match` states it. (RFC 9110,
/// section 13.1.1)
///
/// The header is `*`, or one strong etag in its quotation marks. HTTP also allows several etags,
/// but the request of a plugin takes one.
struct IfMatch: Hashable, Sendable {
  /// The field of a request that the condition sets.
  static let field = "if_match"

  /// The etag that the resource must have; nil: any.
  let tag: EntityTag?

  /// The value of the field of a request; empty: any etag.
  var etag: String { tag?.opaque ?? "" }

  /// Reads the header.
  ///
  /// - Throws: ``APIError`` unless it is `*` or one etag.
  init(_ header: String) throws(APIError) {
    tag = EntityTag(header)
    guard tag != nil || header == "*" else {
      throw APIError(
        .invalidRequest, "if-match: must be an etag from a response, in quotation marks, or *.")
    }
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
    guard let tag, case .object(let members) = request,
      !members.contains(where: { $0.0 == field.name || $0.0 == field.jsonName })
    else { return request }
    return .object(members + [(field.name, .string(tag.opaque))])
  }
}

extension Operation.Parameter {
  /// The header of a change that is made only if the resource hasn't changed since it was read.
  static let ifMatch = Operation.Parameter(
    "if-match", .header, .string(1...128),
    "The etag of the response that the change is based on, in quotation marks. If the resource has "
      + "changed since, the request is refused.")
}
