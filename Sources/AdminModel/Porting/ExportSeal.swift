internal import Crypto
internal import Platform

/// The secret that authenticates exports. Without the master key, no one can make or change an
/// export that an import accepts.
public struct ExportSeal: Sendable {
  /// The purpose with which manifests ask for the secret.
  public static let purpose = "exports"

  /// A text that identifies the master key. It reveals nothing about the key.
  let mark: String
  private let key: SymmetricKey

  /// Creates the seal.
  ///
  /// - Parameter secret: The secret that the host grants for ``purpose``.
  public init(_ secret: [UInt8]) {
    key = SymmetricKey(data: secret)
    mark = Hexadecimal.text(HashingKey(secret).hash("", for: "steward/export").prefix(8))
  }

  /// The authentication code of an export, computed line by line.
  struct Code {
    private var code: HMAC<SHA256>

    init(under seal: ExportSeal) {
      code = HMAC(key: seal.key)
      code.update(data: Array("steward/export code\0".utf8))
    }

    mutating func update(_ lines: [UInt8]) { code.update(data: lines) }

    /// Adds a line that was read without its line end.
    mutating func update(line: String) { update(Array("\(line)\n".utf8)) }

    /// Returns the code of all lines so far.
    func value() -> [UInt8] { code.finalize().withUnsafeBytes { Array($0) } }
  }
}
