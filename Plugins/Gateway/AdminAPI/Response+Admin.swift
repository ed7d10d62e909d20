import HTTPTypes
import Hummingbird
import ProtobufRuntime

extension Response {
  /// Creates a response with one resource and its etag. With the etag, a client can make a change
  /// that fails if the resource has changed since.
  static func resource(_ value: JSONValue, etag: String) -> Response {
    var response = Response.json(value)
    if !etag.isEmpty { response.headers[.eTag] = "\"\(etag)\"" }
    return response
  }
}
