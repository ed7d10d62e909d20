public import Status

/// What names a mutation, so that repeating its call has no second effect.
public enum IdempotencyKey {
  /// How long a key may be, in characters (Unicode scalars).
  public static let lengths = 1...255

  /// Throws unless a key has a length that one may have: `IDEMPOTENCY_KEY_LENGTH`.
  public static func check(_ key: String) throws(Status) {
    let length = key.unicodeScalars.count
    guard !lengths.contains(length) else { return }
    throw Status(
      .invalidArgument, reason: "IDEMPOTENCY_KEY_LENGTH",
      message: "An idempotency key is \(lengths.lowerBound) to \(lengths.upperBound) characters, "
        + "not \(length). Give another one, or leave it out.")
  }
}
