internal import Crypto

/// A key that the host grants, by which secrets are kept as hashes: who has the store alone can't even guess at them.
public struct HashingKey: Sendable {
  private let key: SymmetricKey

  /// Creates the key from the bytes that the host grants for a purpose.
  public init(_ bytes: [UInt8]) {
    key = SymmetricKey(data: bytes)
  }

  /// Returns the keyed hash of a text for one use, so that no hash of one use is ever one of another.
  public func hash(_ text: String, for use: String) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Self.message(text, use), using: key))
  }

  /// Returns whether `hash` is the hash of a text, in a time that tells nothing about where they differ.
  public func isHash(_ hash: [UInt8], of text: String, for use: String) -> Bool {
    HMAC<SHA256>.isValidAuthenticationCode(
      hash, authenticating: Self.message(text, use), using: key)
  }

  private static func message(_ text: String, _ use: String) -> [UInt8] {
    Array("\(use)\0\(text)".utf8)
  }
}
