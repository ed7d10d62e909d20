/// The rules for a workspace's tags. (Admin API: keys may not begin with "anthropic"; the sizes are
/// Steward's own.)
enum TagRules {
  static let maximumCount = 50
  static let maximumKeyLength = 64
  static let maximumValueLength = 256
  private static let reservedPrefix = "anthropic"

  /// Checks the tags of a request.
  static func check(_ tags: [String: String], field: String, into violations: inout Violations) {
    for (key, value) in tags.sorted(by: { $0.key < $1.key }) {
      let path = "\(field).\(key.shortened)"
      if let (reason, message) = problem(ofKey: key) ?? problem(ofValue: value) {
        violations.add(path, reason, message)
      }
    }
  }

  /// Checks the number of tags that a workspace would have.
  static func checkCount(_ count: Int, field: String, into violations: inout Violations) {
    guard count > maximumCount else { return }
    violations.add(
      field, "TOO_MANY", "a workspace has at most \(maximumCount) tags; this would make \(count)")
  }

  private static func problem(ofKey key: String) -> (reason: String, message: String)? {
    let length = key.unicodeScalars.count
    if length == 0 || length > maximumKeyLength {
      return ("KEY_LENGTH", "a key must be 1 to \(maximumKeyLength) characters, not \(length)")
    }
    if key.hasPrefix(reservedPrefix) {
      return ("RESERVED_KEY", "a key must not begin with \"\(reservedPrefix)\"")
    }
    return Violations.deception(in: key).map { ($0.reason, "a key \($0.message)") }
  }

  private static func problem(ofValue value: String) -> (reason: String, message: String)? {
    let length = value.unicodeScalars.count
    if length > maximumValueLength {
      return (
        "VALUE_LENGTH", "a value must be at most \(maximumValueLength) characters, not \(length)"
      )
    }
    return Violations.deception(in: value).map { ($0.reason, "a value \($0.message)") }
  }
}
