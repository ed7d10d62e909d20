internal import Crypto

/// A key that the host grants for hashing secrets. With the store alone, an attacker can't even
/// guess at the secrets.
public struct HashingKey: Sendable {
  /// The hash state before any input. To set up the key again would cost as much as hashing a
  /// secret.
  private let begun: HMAC<SHA256>

  /// Creates the key from the bytes that the host grants for a purpose.
  public init(_ bytes: [UInt8]) {
    begun = HMAC(key: SymmetricKey(data: bytes))
  }

  /// Returns the keyed hash of a text for one use. Hashes for different uses never match.
  public func hash(_ text: String, for use: String) -> [UInt8] {
    var code = begun
    code.update(data: Array("\(use)\0\(text)".utf8))
    return code.finalize().withUnsafeBytes { Array($0) }
  }

  /// Returns whether `hash` is the hash of a text. The time it takes doesn't reveal where they
  /// differ.
  public func isHash(_ hash: [UInt8], of text: String, for use: String) -> Bool {
    Self.areSame(hash, self.hash(text, for: use))
  }

  /// Returns whether two hashes are the same. The time it takes doesn't reveal where they differ.
  static func areSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
