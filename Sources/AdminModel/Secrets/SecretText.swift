internal import Crypto

/// The text of a secret that is made here and shown once: a prefix that says what it is, 28 base58 characters, which
/// are 164 bits of chance, and 6 of a checksum.
///
/// The checksum protects nothing. It tells a secret that was cut off or mistyped from one that is not known, without
/// a look into the store.
public struct SecretText: Hashable, Sendable {
  public let prefix: String
  /// The whole of it.
  public let text: String

  private static let chanceLength = 28
  private static let checksumLength = 6

  /// Makes a new secret from the system's random numbers.
  public init(prefix: String) {
    var random = SystemRandomNumberGenerator()
    let chance = (0..<Self.chanceLength).map { _ in
      Base58Text.letters[Int.random(in: Base58Text.letters.indices, using: &random)]
    }
    let body = prefix + String(decoding: chance, as: UTF8.self)
    self.prefix = prefix
    text = body + Self.checksum(of: body)
  }

  /// Reads a secret; nil if it begins otherwise, was cut off or has a mistake.
  public init?(_ text: String, prefix: String) {
    let length = prefix.utf8.count + Self.chanceLength
    guard text.hasPrefix(prefix), text.utf8.count == length + Self.checksumLength,
      let body = String(text.utf8.prefix(length)),
      text.utf8.elementsEqual((body + Self.checksum(of: body)).utf8)
    else { return nil }
    self.prefix = prefix
    self.text = text
  }

  /// Whether a text begins and ends as a secret of the prefix does, be it one or not.
  static func isWhole(_ text: String, prefix: String) -> Bool {
    text.hasPrefix(prefix)
      && text.utf8.count == prefix.utf8.count + chanceLength + checksumLength
  }

  /// What may be shown of it: the prefix, three characters, and the last four.
  public var hint: String { keyHint.text }

  /// The hints that it may have.
  var keyHint: KeyHint { KeyHint(of: text, prefix: prefix) }

  private static func checksum(of body: String) -> String {
    let digest = SHA256.hash(data: Array(body.utf8))
    let letters = digest.prefix(checksumLength).map {
      Base58Text.letters[Int($0) % Base58Text.letters.count]
    }
    return String(decoding: letters, as: UTF8.self)
  }
}

extension SecretText: CustomStringConvertible {
  /// The hint: the secret itself is only ever written out by who asks for ``text``.
  public var description: String { hint }
}
