public import Store

/// What is derived from the secret that the host grants under "auth": who has the store alone can neither make a
/// token nor guess at an address.
public struct AuthKeys: Sendable {
  /// The purpose by which manifests ask for the secret.
  public static let purpose = "auth"

  private let key: HashingKey
  /// What answers are recorded under that show a secret.
  public let outcomes: Seal

  /// Derives the keys.
  public init(_ secret: [UInt8]) {
    key = HashingKey(secret)
    outcomes = Seal(under: secret, purpose: "auth outcomes")
  }

  /// The hash by which an invite is found, of its token's whole text.
  public func inviteHash(of token: String) -> [UInt8] { key.hash(token, for: "invite token") }

  /// The hash by which a password reset is found, of its token's whole text.
  public func passwordResetHash(of token: String) -> [UInt8] {
    key.hash(token, for: "password reset token")
  }

  func adminKeyHash(of secret: String) -> [UInt8] { key.hash(secret, for: "admin key") }

  func addressHash(of address: MailAddress) -> [UInt8] { key.hash(address.folded, for: "address") }

  /// The hash of an address that is tried from a peer.
  func addressHash(of address: MailAddress, at peer: String) -> [UInt8] {
    key.hash("\(peer) \(address.folded)", for: "address at peer")
  }

  func peerHash(of peer: String) -> [UInt8] { key.hash(peer, for: "peer") }

  /// The hash by which a user's peer is remembered; nil on this machine.
  func peerHash(of user: String, at peer: String) -> [UInt8]? {
    peer.isEmpty ? nil : key.hash("\(peer) \(user)", for: "peer of user")
  }

  func tokenHash(of content: String) -> [UInt8] { key.hash(content, for: "session token") }

  /// Whether `hash` is that of a token's content, in a time that doesn't tell how much of it is.
  func isTokenHash(_ hash: [UInt8], of content: String) -> Bool {
    key.isHash(hash, of: content, for: "session token")
  }
}
