import HTTPTypes
import ProtobufRuntime
import Status

/// What a client is told when its request fails, in the Admin API's envelope.
///
/// See the vendor's guide "Errors" for the types.
struct APIError: Error, Hashable, Sendable {
  /// The Admin API's name for what kind of failure it is.
  enum Kind: String, Sendable, CaseIterable {
    case invalidRequest = "invalid_request_error"
    case authentication = "authentication_error"
    case permission = "permission_error"
    case notFound = "not_found_error"
    case conflict = "conflict_error"
    case tooLarge = "request_too_large"
    case rateLimit = "rate_limit_error"
    case api = "api_error"
    case timeout = "timeout_error"
    case overloaded = "overloaded_error"
  }

  var kind: Kind
  var status: HTTPResponse.Status
  /// For people: the thing, what is wrong with it, and the remedy. Never a secret.
  var message: String
  /// What a client may decide by, beside the kind.
  var details: [(name: String, value: JSONValue)] = []
  /// How long to wait before the same request has a chance.
  var retryAfter: Duration?
  /// What the answer carries beside the usual headers, as `allow`.
  var headers: HTTPFields = [:]

  init(_ kind: Kind, _ message: String, status: HTTPResponse.Status? = nil) {
    self.kind = kind
    self.status = status ?? kind.status
    self.message = message
  }

  static func == (a: APIError, b: APIError) -> Bool {
    a.kind == b.kind && a.status == b.status && a.message == b.message
      && JSONValue.object(a.details.map { ($0.name, $0.value) })
        == JSONValue.object(b.details.map { ($0.name, $0.value) })
      && a.retryAfter == b.retryAfter && a.headers == b.headers
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(message)
  }
}

extension APIError.Kind {
  /// The status that answers of this kind have, unless there is a better one.
  var status: HTTPResponse.Status {
    switch self {
    case .invalidRequest: .badRequest
    case .authentication: .unauthorized
    case .permission: .forbidden
    case .notFound: .notFound
    case .conflict: .conflict
    case .tooLarge: .contentTooLarge
    case .rateLimit: .tooManyRequests
    case .api: .internalServerError
    case .timeout: .gatewayTimeout
    case .overloaded: .init(code: 529, reasonPhrase: "Overloaded")
    }
  }
}
