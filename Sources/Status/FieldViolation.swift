/// A field of a request that breaks a rule.
public struct FieldViolation: Hashable, Sendable {
  /// The path of the field in the request, such as `name` or `tags.env`.
  public var field: String
  /// A stable cause in UPPER_SNAKE.
  public var reason: String
  /// A sentence for people.
  public var message: String

  /// Creates a violation.
  public init(field: String, reason: String, message: String) {
    self.field = field
    self.reason = reason
    self.message = message
  }
}
