public import Store

/// The keys for hashing and sealing API keys, derived from the secret that the host grants for the
/// purpose "api-keys".
public struct KeySecrets: Sendable {
  /// The purpose with which manifests ask for the secret.
  public static let purpose = "api-keys"

  /// The seal of responses that hold a secret, for calls that are repeated.
  public let replies: Seal
  private let hashing: HashingKey
  private let values: Seal

  /// Derives the keys from the 32 bytes that the host grants.
  public init(_ granted: [UInt8]) {
    hashing = HashingKey(granted)
    values = Seal(under: granted, purpose: "registered key")
    replies = Seal(under: granted, purpose: "reply")
  }

  func hash(ofIssued secret: String) -> [UInt8] {
    hashing.hash(secret, for: "issued key")
  }

  /// Returns the hash of a registered key. The same value has a different hash in every
  /// organization, so that none can learn what others have.
  func hash(ofRegistered value: String, in organization: String) -> [UInt8] {
    hashing.hash("\(organization)/\(value)", for: "registered key")
  }

  func seal(_ value: String, of id: String) throws -> [UInt8] {
    try values.seal(Array(value.utf8), for: Array(id.utf8))
  }

  func open(_ sealed: [UInt8], of id: String) throws -> String {
    String(decoding: try values.open(sealed, for: Array(id.utf8)), as: UTF8.self)
  }
}
