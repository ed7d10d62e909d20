internal import Crypto

/// A key that authenticates backups. Without the master key, no program can make a backup that is
/// accepted.
struct BackupSeal: Sendable {
  /// The bytes by which the master key is recognized. They reveal nothing about the key.
  let mark: [UInt8]
  private let key: SymmetricKey

  /// - Parameter secret: The secret that the master key derives for ``HostPurpose/backups``.
  init(_ secret: [UInt8]) {
    let secret = SymmetricKey(data: secret)
    mark = Self.derive("mark", from: secret, BackupFormat.markLength).withUnsafeBytes { Array($0) }
    key = Self.derive("code", from: secret, 32)
  }

  private static func derive(
    _ purpose: String, from secret: SymmetricKey, _ length: Int
  ) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: secret, info: Array("backup/\(purpose)".utf8), outputByteCount: length)
  }

  /// The digest and the code of a backup, computed block by block.
  struct Sums {
    private var digest = SHA256()
    private var code: HMAC<SHA256>?

    /// - Parameter seal: The seal; `nil` to compute the digest alone.
    init(_ seal: BackupSeal?) {
      code = seal.map { HMAC(key: $0.key) }
    }

    mutating func update(_ bytes: [UInt8]) {
      digest.update(data: bytes)
      code?.update(data: bytes)
    }

    /// Returns the digest, and the code, which also covers the digest. No bytes may be added
    /// afterwards.
    consuming func finish() -> (digest: [UInt8], code: HMAC<SHA256>.MAC?) {
      let digest = digest.finalize().withUnsafeBytes { Array($0) }
      code?.update(data: digest)
      return (digest, code?.finalize())
    }
  }
}
