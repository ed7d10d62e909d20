internal import Crypto

/// What authenticates exports: who has no part of the master key can neither make nor change one
/// that an import takes.
public struct ExportSeal: Sendable {
  /// The purpose by which manifests ask for the secret.
  public static let purpose = "exports"

  /// By which the master key is recognized. It tells nothing of the key.
  let mark: String
  private let key: SymmetricKey

  /// - Parameter secret: What the host grants for ``purpose``.
  public init(_ secret: [UInt8]) {
    key = SymmetricKey(data: secret)
    mark = HashingKey(secret).hash("", for: "steward/export").prefix(8).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// The code of an export, computed as its lines pass by.
  struct Code {
    private var code: HMAC<SHA256>

    init(under seal: ExportSeal) {
      code = HMAC(key: seal.key)
      code.update(data: Array("steward/export code\0".utf8))
    }

    mutating func update(_ lines: [UInt8]) { code.update(data: lines) }

    /// Adds a line that was read without its end.
    mutating func update(line: String) { update(Array("\(line)\n".utf8)) }

    /// Returns the code of all lines so far.
    func value() -> [UInt8] { code.finalize().withUnsafeBytes { Array($0) } }
  }
}
