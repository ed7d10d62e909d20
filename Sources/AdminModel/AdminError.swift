public import Status

/// The reason why an operation on the admin records was refused.
///
/// The store itself refuses a record that doesn't exist or whose etag has changed.
public enum AdminError: Error, Hashable {
  /// One or more fields of the request break a rule.
  case invalid([FieldViolation])
  /// The request is well formed, but the state of the records doesn't allow it.
  case refused(reason: String, message: String)
  /// The record that the request would make exists already.
  case exists(reason: String, message: String)
  /// The caller's roles don't allow it.
  case denied(message: String)
  /// The credential that identifies the caller is wrong, or no longer valid.
  case unauthenticated(reason: String, message: String)
  /// The caller may repeat the request after a wait.
  case tooSoon(reason: String, message: String, wait: Duration)
}

extension AdminError: StatusConvertible {
  public var status: Status {
    switch self {
    case .invalid(let violations):
      Status(
        .invalidArgument, reason: "INVALID_FIELDS",
        message: violations.map { "\($0.field): \($0.message)" }.joined(separator: "; "),
        fieldViolations: violations)
    case .refused(let reason, let message):
      Status(.failedPrecondition, reason: StatusReason(rawValue: reason), message: message)
    case .exists(let reason, let message):
      Status(.alreadyExists, reason: StatusReason(rawValue: reason), message: message)
    case .denied(let message):
      Status(.permissionDenied, reason: .permissionDenied, message: message)
    case .unauthenticated(let reason, let message):
      Status(.unauthenticated, reason: StatusReason(rawValue: reason), message: message)
    case .tooSoon(let reason, let message, let wait):
      Status(
        .resourceExhausted, reason: StatusReason(rawValue: reason), message: message,
        retryDelay: wait)
    }
  }
}
