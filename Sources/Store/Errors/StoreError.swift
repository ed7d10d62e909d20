public import Status

/// An error of the store: a request that it refuses, or an operation that failed.
public struct StoreError: Error, Sendable {
  /// The kind of failure, for decisions.
  public let code: Code

  /// The kind of failure as a stable name in UPPER_SNAKE. It includes the noun if there is one:
  /// `ORGANIZATION_NOT_FOUND`.
  public let reason: StatusReason

  /// A sentence for users: the object, its problem, and the remedy.
  public let message: String

  /// The underlying error, for logs. It doesn't count for equality, and a caller never receives it.
  public let cause: (any Error)?

  init(_ code: Code, reason: StatusReason, _ message: String, cause: (any Error)? = nil) {
    self.code = code
    self.reason = reason
    self.message = message
    self.cause = cause
  }
}

extension StoreError: Hashable {
  public static func == (one: StoreError, other: StoreError) -> Bool {
    one.code == other.code && one.reason == other.reason && one.message == other.message
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(reason)
    hasher.combine(message)
  }
}

extension StoreError: StatusConvertible {
  /// The error in the form that a caller receives.
  public var status: Status { Status(code.statusCode, reason: reason, message: message) }
}

extension StoreError: CustomStringConvertible {
  /// The reason, the message and, for logs, the underlying error.
  public var description: String {
    "\(reason): \(message)" + (cause.map { " (\($0))" } ?? "")
  }
}
