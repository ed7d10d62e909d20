public import Status

/// A key that names a mutation, so that a repeated call has no second effect.
public enum IdempotencyKey {
  /// The permitted lengths of a key, in characters (Unicode scalars).
  public static let lengths = 1...255

  /// Checks the length of a key.
  ///
  /// - Throws: ``Status`` with the reason `IDEMPOTENCY_KEY_LENGTH`, if the length is not permitted.
  public static func check(_ key: String) throws(Status) {
    let length = key.unicodeScalars.count
    guard !lengths.contains(length) else { return }
    throw Status(
      .invalidArgument, reason: "IDEMPOTENCY_KEY_LENGTH",
      message: "An idempotency key must have \(lengths.lowerBound) to \(lengths.upperBound) "
        + "characters, not \(length). Use another key, or omit it.")
  }
}
