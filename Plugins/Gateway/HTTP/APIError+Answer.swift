import HTTPTypes
import Hummingbird
import ProtobufRuntime

extension APIError {
  /// Returns the response that reports the error.
  func answer(to request: RequestID) -> Response {
    var response = Response.json(envelope(request), status: status)
    response.headers.append(contentsOf: headers)
    if let retryAfter { response.headers[.retryAfter] = String(Self.wholeSeconds(retryAfter)) }
    return response
  }

  /// Returns the body of the response.
  func envelope(_ request: RequestID) -> JSONValue {
    var error: [(String, JSONValue)] = [
      ("type", .string(kind.rawValue)), ("message", .string(message)),
    ]
    if !details.isEmpty {
      error.append(("details", .object(details.map { ($0.name, $0.value) })))
    }
    return .object([
      ("type", .string("error")), ("error", .object(error)),
      ("request_id", .string(request.description)),
    ])
  }

  /// Rounds up, because a client that comes back too early would be refused again.
  private static func wholeSeconds(_ duration: Duration) -> Int64 {
    max(1, duration.components.seconds + (duration.components.attoseconds > 0 ? 1 : 0))
  }
}
