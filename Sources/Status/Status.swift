/// The outcome of a call, and the error that the call throws when it fails.
///
/// Decide by ``code`` and ``reason``. The ``message`` is for people and may change.
public struct Status: Error, Hashable, Sendable {
  /// The kind of outcome.
  public var code: StatusCode
  /// The stable cause.
  public var reason: StatusReason
  /// A sentence for people: the thing, what is wrong with it, and the remedy. It never contains a
  /// secret.
  public var message: String
  /// The fields of the request that break a rule.
  public var fieldViolations: [FieldViolation]
  /// How long to wait before the same call may succeed.
  public var retryDelay: Duration?

  /// Creates a status.
  public init(
    _ code: StatusCode, reason: StatusReason, message: String,
    fieldViolations: [FieldViolation] = [],
    retryDelay: Duration? = nil
  ) {
    self.code = code
    self.reason = reason
    self.message = message
    self.fieldViolations = fieldViolations
    self.retryDelay = retryDelay
  }

  /// The status of a call that succeeded.
  public static let ok = Status(.ok, reason: .unstated, message: "")

  /// Whether the call succeeded.
  public var isOK: Bool { code == .ok }
}

/// A domain's error that defines the status for the caller.
public protocol StatusConvertible: Error {
  /// The error as the caller sees it.
  var status: Status { get }
}

extension Status {
  /// Creates the status that tells a caller of an error.
  ///
  /// An error that doesn't define a status becomes ``StatusCode/unknown`` with a fixed sentence,
  /// because its text could contain internals or secrets.
  public init(describing error: any Error) {
    switch error {
    case let status as Status: self = status
    case let error as any StatusConvertible: self = error.status
    case is CancellationError: self = .cancelled("The call was cancelled.")
    default: self = .undescribed
    }
  }

  /// The status of a call that its caller, or the connection, gave up.
  package static func cancelled(_ message: String) -> Status {
    Status(.cancelled, reason: .cancelled, message: message)
  }

  private static let undescribed = Status(
    .unknown, reason: "UNKNOWN", message: "The plugin failed and did not say why; see its log.")
}

extension Status: CustomStringConvertible {
  public var description: String {
    isOK ? code.name : "\(code.name) (\(reason)): \(message)"
  }
}
