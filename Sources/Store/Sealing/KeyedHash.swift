internal import Crypto

/// A hash that only who has the key can compute (HMAC-SHA256): so what was hashed can't be found by trying.
struct KeyedHash: Sendable {
  /// The hash of nothing as yet: to begin anew with the key would cost as much as a short text does.
  private let begun: HMAC<SHA256>

  /// Creates a hash.
  ///
  /// - Parameter purpose: What it hashes. Hashes of different purposes have nothing in common.
  init(_ key: SymmetricKey, purpose: String) {
    begun = HMAC(
      key: HKDF<SHA256>.deriveKey(
        inputKeyMaterial: key, info: Array("hash/\(purpose)".utf8), outputByteCount: 32))
  }

  /// Returns 32 bytes.
  func hash(of bytes: [UInt8]) -> [UInt8] {
    var code = begun
    code.update(data: bytes)
    return code.finalize().withUnsafeBytes { Array($0) }
  }
}
