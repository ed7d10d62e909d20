import HTTPTypes
import Hummingbird
import ProtobufRuntime

extension Response {
  /// An answer of one resource, with the etag by which it can be changed only if nobody else has.
  static func resource(_ value: JSONValue, etag: String) -> Response {
    var response = Response.json(value)
    if !etag.isEmpty { response.headers[.eTag] = "\"\(etag)\"" }
    return response
  }
}
