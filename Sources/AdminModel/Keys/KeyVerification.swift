public import AdminProtos

/// The outcome of a verification.
public enum KeyVerification: Sendable, Hashable {
  /// The secret is that of a usable key.
  case valid(ApiKey)
  case invalid(Reason)

  /// The reason why a secret is not that of a usable key.
  public enum Reason: String, CaseIterable, Sendable {
    /// The secret doesn't look like a key that was issued here, and isn't registered here either.
    case malformed = "MALFORMED"
    /// The secret is mistyped or cut off.
    case checksum = "CHECKSUM"
    /// There is no such key, or none that the caller may know of.
    case unknown = "UNKNOWN"
    case inactive = "INACTIVE"
    case archived = "ARCHIVED"
    case expired = "EXPIRED"
    /// It was the key's secret until the key got another one.
    case rotated = "ROTATED"
    /// The owner of the key is suspended.
    case suspended = "SUSPENDED"
    /// The key may not be used from that place.
    case network = "NETWORK"
  }
}
