import HTTPTypes
import PluginKit
import ProtobufRuntime
import Status

extension APIError {
  /// The failure of a call, as a client is told of it.
  init(_ status: Status) {
    self.init(Self.kind(of: status), Self.sentence(of: status), status: Self.httpStatus(of: status))
    retryAfter = status.retryDelay
    details = [("code", .string(status.code.name)), ("reason", .string(status.reason))]
    if !status.fieldViolations.isEmpty {
      details.append(("field_violations", .array(status.fieldViolations.map(\.json))))
    }
  }

  /// Whatever was thrown, as a client is told of it: what doesn't say how it looks to others stays inside.
  init(describing error: any Error) {
    self = (error as? APIError) ?? APIError(Status(describing: error))
  }

  /// A business conflict is no `conflict`: clients repeat those by themselves, here for nothing.
  private static func kind(of status: Status) -> Kind {
    if status.reason == "REQUEST_TOO_LARGE" { return .tooLarge }
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

  /// Where HTTP knows a better status than the kind's usual one.
  private static func httpStatus(of status: Status) -> HTTPResponse.Status? {
    status.reason == "ETAG_MISMATCH" ? .preconditionFailed : nil
  }

  /// The Admin API names the field that is wrong at the beginning of the sentence.
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
