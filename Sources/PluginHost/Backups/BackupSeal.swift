internal import Crypto

/// What authenticates backups: who has no part of the master key can't make one that is accepted.
struct BackupSeal: Sendable {
  /// By which the master key is recognized. It tells nothing of the key.
  let mark: [UInt8]
  private let key: SymmetricKey

  /// - Parameter secret: The master key's for ``HostPurpose/backups``.
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

  /// Digest and code of a backup, computed as its bytes pass by.
  struct Sums {
    private var digest = SHA256()
    private var code: HMAC<SHA256>?

    /// - Parameter seal: `nil` for the digest alone.
    init(_ seal: BackupSeal?) {
      code = seal.map { HMAC(key: $0.key) }
    }

    mutating func update(_ bytes: [UInt8]) {
      digest.update(data: bytes)
      code?.update(data: bytes)
    }

    /// Returns the digest, and the code over that too. Nothing may follow.
    consuming func finish() -> (digest: [UInt8], code: HMAC<SHA256>.MAC?) {
      let digest = digest.finalize().withUnsafeBytes { Array($0) }
      code?.update(data: digest)
      return (digest, code?.finalize())
    }
  }
}
