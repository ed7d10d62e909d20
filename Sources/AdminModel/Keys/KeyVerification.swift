public import AdminProtos

/// What a verification found.
public enum KeyVerification: Sendable, Hashable {
  /// It is the secret of a key that may be used.
  case valid(KeyRecord)
  case invalid(Reason)

  /// Why a secret is not that of a usable key.
  public enum Reason: String, CaseIterable, Sendable {
    /// It doesn't look like a key that was issued here, and isn't registered here either.
    case malformed = "MALFORMED"
    /// It has a mistake, or was cut off.
    case checksum = "CHECKSUM"
    /// There is no such key, or none that the caller may know of.
    case unknown = "UNKNOWN"
    case inactive = "INACTIVE"
    case archived = "ARCHIVED"
    case expired = "EXPIRED"
    /// It was the key's secret, until the key got another.
    case rotated = "ROTATED"
    /// It may not be used from there.
    case network = "NETWORK"
  }
}
