import HTTPTypes
import ProtobufRuntime
import Status

/// The error that a client gets when its request fails, in the Admin API's envelope.
///
/// The vendor's guide "Errors" describes the types.
struct APIError: Error, Hashable, Sendable {
  /// The Admin API's name for a kind of failure.
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
  /// A text for people: the thing, what is wrong with it, and the remedy. It never contains a
  /// secret.
  var message: String
  /// Values on which a client can base decisions, in addition to the kind.
  var details: [(name: String, value: JSONValue)] = []
  /// How long the client must wait before the same request can succeed.
  var retryAfter: Duration?
  /// Headers of the response in addition to the usual ones, such as `allow`.
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
  /// The default status of responses of this kind.
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
