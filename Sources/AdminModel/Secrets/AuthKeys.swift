public import Store

/// The keys that are derived from the secret that the host grants under "auth". With the store
/// alone, an attacker can neither make a token nor guess at an address.
public struct AuthKeys: Sendable {
  /// The purpose with which manifests ask for the secret.
  public static let purpose = "auth"

  private let key: HashingKey
  /// The seal of stored outcomes that contain a secret.
  public let outcomes: Seal

  /// Derives the keys.
  public init(_ secret: [UInt8]) {
    key = HashingKey(secret)
    outcomes = Seal(under: secret, purpose: "auth outcomes")
  }

  /// Returns the hash of an invite's whole token, by which the invite is found.
  public func inviteHash(of token: String) -> [UInt8] { key.hash(token, for: "invite token") }

  /// Returns the hash of a password reset's whole token, by which the reset is found.
  public func passwordResetHash(of token: String) -> [UInt8] {
    key.hash(token, for: "password reset token")
  }

  /// Returns the hash of a code that claims the installation, as a person types it.
  func claimCodeHash(of typed: String) -> [UInt8] {
    key.hash(ClaimCodeText.canonical(typed), for: "claim code")
  }

  func adminKeyHash(of secret: String) -> [UInt8] { key.hash(secret, for: "admin key") }

  func addressHash(of address: MailAddress) -> [UInt8] { key.hash(address.folded, for: "address") }

  /// Returns the hash of an address that is tried from a peer.
  func addressHash(of address: MailAddress, at peer: String) -> [UInt8] {
    key.hash("\(peer) \(address.folded)", for: "address at peer")
  }

  func peerHash(of peer: String) -> [UInt8] { key.hash(peer, for: "peer") }

  /// Returns the hash that identifies a user's peer; nil on this machine.
  func peerHash(of user: String, at peer: String) -> [UInt8]? {
    peer.isEmpty ? nil : key.hash("\(peer) \(user)", for: "peer of user")
  }

  func tokenHash(of content: String) -> [UInt8] { key.hash(content, for: "session token") }

  /// Returns whether `hash` is that of a token's content. The time it takes doesn't reveal how much
  /// of the hash matches.
  func isTokenHash(_ hash: [UInt8], of content: String) -> Bool {
    key.isHash(hash, of: content, for: "session token")
  }
}
