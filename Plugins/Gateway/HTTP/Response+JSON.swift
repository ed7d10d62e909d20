import HTTPTypes
import Hummingbird
import NIOCore
import ProtobufRuntime

extension Response {
  /// Creates a response with a JSON text.
  static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: value.utf8)))
  }

  /// Creates a response with a JSON text that no cache keeps.
  static func uncached(_ value: JSONValue) -> Response {
    var response = Response.json(value)
    response.headers[.cacheControl] = "no-store"
    return response
  }

  /// Creates a response with a text that already exists.
  static func text(_ text: String, as type: String = "text/plain; charset=utf-8") -> Response {
    Response(
      status: .ok, headers: [.contentType: type],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
