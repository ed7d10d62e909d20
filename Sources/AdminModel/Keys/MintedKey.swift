public import AdminProtos

/// A key with its secret, which is not stored.
public struct MintedKey: Sendable {
  public let key: ApiKey
  public let secret: SecretText
}
