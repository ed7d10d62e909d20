import HTTPTypes
import Hummingbird
import ProtobufRuntime

extension APIError {
  /// The answer that tells of it.
  func answer(to request: RequestID) -> Response {
    var response = Response.json(envelope(request), status: status)
    response.headers.append(contentsOf: headers)
    if let retryAfter { response.headers[.retryAfter] = String(Self.wholeSeconds(retryAfter)) }
    return response
  }

  /// What the answer says.
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

  /// Rounded up: who comes back earlier comes in vain.
  private static func wholeSeconds(_ duration: Duration) -> Int64 {
    max(1, duration.components.seconds + (duration.components.attoseconds > 0 ? 1 : 0))
  }
}
