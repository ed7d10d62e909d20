import HTTPTypes
import Hummingbird
import ProtobufRuntime

extension Response {
  /// Creates a response with one resource and its etag.
  static func resource(_ value: JSONValue, etag: String) -> Response {
    var response = Response.json(value)
    response.setETag(etag)
    return response
  }
}
