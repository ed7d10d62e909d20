import HTTPTypes
import Hummingbird
import NIOCore
import ProtobufRuntime

extension APIError {
  /// Returns the response that reports the error.
  func response(to request: RequestID) -> Response {
    var response = Response.json(envelope(request), status: status)
    response.headers.append(contentsOf: fields)
    return response
  }

  /// The headers of the response in addition to the usual ones.
  var fields: HTTPFields {
    var fields = headers
    if let retryAfter { fields[.retryAfter] = String(Self.wholeSeconds(retryAfter)) }
    return fields
  }

  /// Returns the response that reports the error and ends its connection. It is for what is not
  /// handled as a request, such as input that is not HTTP.
  func lastResponse(_ safety: SafetyHeaders) -> (head: HTTPResponse, body: ByteBuffer) {
    let id = RequestID()
    var response = self.response(to: id)
    response.headers[.connection] = "close"
    safety.complete(&response, of: id)
    return (response.head, ByteBuffer(bytes: envelope(id).utf8))
  }

  /// Returns the body of the response.
  ///
  /// - Parameter request: nil for input in which no request was recognized.
  func envelope(_ request: RequestID?) -> JSONValue {
    var error: [(String, JSONValue)] = [
      ("type", .string(kind.rawValue)), ("message", .string(message)),
    ]
    if !details.isEmpty {
      error.append(("details", .object(details.map { ($0.name, $0.value) })))
    }
    let id = request.map { [("request_id", JSONValue.string($0.description))] } ?? []
    return .object([("type", .string("error")), ("error", .object(error))] + id)
  }

  /// Rounds up, because a client that comes back too early would be refused again.
  private static func wholeSeconds(_ duration: Duration) -> Int64 {
    max(1, duration.components.seconds + (duration.components.attoseconds > 0 ? 1 : 0))
  }
}
