internal import Crypto
internal import Status

/// A seal for values in the store that a reader of only the store must not read.
///
/// It is authenticated encryption (AES-256-GCM) under a key that is derived from the given key. A
/// value that is sealed for one context, as a record's id, opens for no other context. So a sealed
/// value can't be moved to another record.
public struct Seal: Sendable {
  private let key: SymmetricKey

  /// Creates a seal.
  ///
  /// - Parameters:
  ///   - key: A secret of the plugin, of 32 bytes.
  ///   - purpose: The kind of data that it seals. Seals of different purposes don't open each
  ///     other's values.
  public init(under key: [UInt8], purpose: String) {
    self.key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: key), info: Array("seal/\(purpose)".utf8),
      outputByteCount: 32)
  }

  /// Returns nonce, ciphertext and tag.
  public func seal(_ bytes: [UInt8], for context: [UInt8]) throws -> [UInt8] {
    let box = try AES.GCM.seal(bytes, using: key, authenticating: context)
    return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
  }

  /// Returns the bytes that were sealed for the context.
  ///
  /// - Throws: ``StoreError/Code/damaged`` if they were sealed under another key or for another
  ///   context, or have changed.
  public func open(_ sealed: [UInt8], for context: [UInt8]) throws -> [UInt8] {
    do {
      return Array(
        try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key, authenticating: context))
    } catch {
      throw StoreError(
        .damaged, reason: "SEAL_BROKEN",
        "A sealed value can't be opened: it is damaged, or was sealed under another master key. "
          + "Restore the last backup, with the master key of that time.", cause: error)
    }
  }
}
