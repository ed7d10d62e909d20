public import Status

/// What the store refuses, or could not do.
public struct StoreError: Error, Sendable {
  /// What to decide by.
  public let code: Code

  /// The same as a stable name in UPPER_SNAKE, with the noun where there is one: `ORGANIZATION_NOT_FOUND`.
  public let reason: String

  /// A sentence for people: the thing, what is wrong with it, and the remedy.
  public let message: String

  /// What lay beneath, for logs. It takes no part in equality and is never told to a caller.
  public let cause: (any Error)?

  init(_ code: Code, reason: String, _ message: String, cause: (any Error)? = nil) {
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
  /// The error as a caller is to see it.
  public var status: Status { Status(code.statusCode, reason: reason, message: message) }
}

extension StoreError: CustomStringConvertible {
  /// Reason, message and, for logs, what lay beneath.
  public var description: String {
    "\(reason): \(message)" + (cause.map { " (\($0))" } ?? "")
  }
}
