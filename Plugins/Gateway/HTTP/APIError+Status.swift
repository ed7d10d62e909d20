import HTTPTypes
import PluginKit
import ProtobufRuntime
import Status

extension APIError {
  /// Creates the error that reports the failure of a call to a client.
  init(_ status: Status) {
    self.init(Self.kind(of: status), Self.sentence(of: status), status: Self.httpStatus(of: status))
    retryAfter = status.retryDelay
    details = [("code", .string(status.code.name)), ("reason", .string(status.reason.rawValue))]
    if !status.fieldViolations.isEmpty {
      details.append(("field_violations", .array(status.fieldViolations.map(\.json))))
    }
  }

  /// Creates the error that reports any thrown error to a client. The details of an error stay
  /// hidden unless it defines how others may see it.
  init(describing error: any Error) {
    self = (error as? APIError) ?? APIError(Status(describing: error))
  }

  /// Returns the kind of error. A business conflict is not a `conflict`: clients repeat those
  /// automatically, which would be of no use here.
  private static func kind(of status: Status) -> Kind {
    if status.reason == .requestTooLarge { return .tooLarge }
    return switch status.code {
    case .unauthenticated: .authentication
    case .permissionDenied: .permission
    case .notFound, .unimplemented: .notFound
    case .aborted: .conflict
    case .resourceExhausted: status.retryDelay == nil ? .overloaded : .rateLimit
    case .deadlineExceeded: .timeout
    case .unavailable: .overloaded
    case .invalidArgument, .alreadyExists, .failedPrecondition, .outOfRange, .cancelled:
      .invalidRequest
    default: .api
    }
  }

  /// Returns the HTTP status if there is a better one than the default of the kind.
  private static func httpStatus(of status: Status) -> HTTPResponse.Status? {
    status.reason == .etagMismatch ? .preconditionFailed : nil
  }

  /// Returns the message. It begins with the name of the invalid field, as in the Admin API.
  private static func sentence(of status: Status) -> String {
    guard status.fieldViolations.count == 1, let violation = status.fieldViolations.first,
      !status.message.hasPrefix(violation.field)
    else { return status.message }
    return "\(violation.field): \(status.message)"
  }
}

extension FieldViolation {
  fileprivate var json: JSONValue {
    .object([
      ("field", .string(field)), ("reason", .string(reason)), ("message", .string(message)),
    ])
  }
}
