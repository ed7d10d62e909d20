internal import Crypto
internal import Platform

/// The text of a secret that is made here and shown once. It consists of a prefix that names its
/// kind, 28 random base58 characters, which are 164 bits, and 6 characters of a checksum.
///
/// The checksum protects nothing. It distinguishes a secret that was cut off or mistyped from one
/// that is unknown, without a look into the store.
public struct SecretText: Hashable, Sendable {
  public let prefix: String
  /// The whole text.
  public let text: String

  private static let chanceLength = 28
  private static let checksumLength = 6

  /// Creates a new secret from the system's random numbers.
  public init(prefix: String) {
    var random = SystemRandomNumberGenerator()
    let chance = (0..<Self.chanceLength).map { _ in
      Base58.letters[Int.random(in: Base58.letters.indices, using: &random)]
    }
    let body = prefix + String(decoding: chance, as: UTF8.self)
    self.prefix = prefix
    text = body + Self.checksum(of: body)
  }

  /// Parses a secret. Returns nil if it has another prefix, was cut off or has a mistake.
  public init?(_ text: String, prefix: String) {
    let length = prefix.utf8.count + Self.chanceLength
    guard text.hasPrefix(prefix), text.utf8.count == length + Self.checksumLength,
      let body = String(text.utf8.prefix(length)),
      text.utf8.elementsEqual((body + Self.checksum(of: body)).utf8)
    else { return nil }
    self.prefix = prefix
    self.text = text
  }

  /// Returns whether a text has the prefix and the length of a secret. It need not be one.
  static func isWhole(_ text: String, prefix: String) -> Bool {
    text.hasPrefix(prefix)
      && text.utf8.count == prefix.utf8.count + chanceLength + checksumLength
  }

  /// The part that may be shown: the prefix, three characters, and the last four.
  public var hint: String { keyHint.text }

  /// The possible hints.
  var keyHint: KeyHint { KeyHint(of: text, prefix: prefix) }

  private static func checksum(of body: String) -> String {
    let digest = SHA256.hash(data: Array(body.utf8))
    let letters = digest.prefix(checksumLength).map {
      Base58.letters[Int($0) % Base58.letters.count]
    }
    return String(decoding: letters, as: UTF8.self)
  }
}

extension SecretText: CustomStringConvertible {
  /// The hint. Only code that uses ``text`` can write out the secret itself.
  public var description: String { hint }
}
