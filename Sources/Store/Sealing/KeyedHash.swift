internal import Crypto

/// A hash that only the owner of the key can compute (HMAC-SHA256). Without the key, an attacker
/// can't find the hashed data by trying.
struct KeyedHash: Sendable {
  /// The state of the hash after the key and before any data. Starting from the key each time would
  /// cost as much as hashing a short text.
  private let begun: HMAC<SHA256>

  /// Creates a hash.
  ///
  /// - Parameter purpose: The kind of data that it hashes. Hashes of different purposes have
  ///   nothing in common.
  init(_ key: SymmetricKey, purpose: String) {
    begun = HMAC(
      key: HKDF<SHA256>.deriveKey(
        inputKeyMaterial: key, info: Array("hash/\(purpose)".utf8), outputByteCount: 32))
  }

  /// Returns a hash of 32 bytes.
  func hash(of bytes: [UInt8]) -> [UInt8] {
    var code = begun
    code.update(data: bytes)
    return code.finalize().withUnsafeBytes { Array($0) }
  }
}
