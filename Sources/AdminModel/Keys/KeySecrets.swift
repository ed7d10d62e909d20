public import Store

/// What keys are hashed and sealed by, derived from what the host grants for the purpose "api-keys".
public struct KeySecrets: Sendable {
  /// The purpose that a manifest names.
  public static let purpose = "api-keys"

  /// Seals the replies that hold a secret, for calls that arrive again.
  public let replies: Seal
  private let hashing: HashingKey
  private let values: Seal

  /// Creates them from the 32 bytes that the host grants.
  public init(_ granted: [UInt8]) {
    hashing = HashingKey(granted)
    values = Seal(under: granted, purpose: "registered key")
    replies = Seal(under: granted, purpose: "reply")
  }

  func hash(ofIssued secret: String) -> [UInt8] {
    hashing.hash(secret, for: "issued key")
  }

  /// The same value has another hash in every organization: none can learn what others have.
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
