/// The text of a code by which a person claims the installation: 28 random characters, which are
/// 140 bits, in groups of 4 such as `7QK2-M0XR-…`.
///
/// The alphabet is Crockford's base32. So a code that is read out or typed works in any case,
/// without its hyphens, and with the letters O, I and L in place of digits.
public struct ClaimCodeText: Sendable {
  /// The code as it is shown.
  public let text: String
  /// The code without its groups, which is hashed.
  let canonical: String

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let length = 28
  private static let groupLength = 4
  /// Longer texts are no codes. The limit bounds the work that a caller can cause.
  private static let maximumTypedLength = 100

  /// Creates a new code from the system's random numbers.
  public init() {
    var random = SystemRandomNumberGenerator()
    let letters = (0..<Self.length).map { _ in
      Self.alphabet[Int.random(in: Self.alphabet.indices, using: &random)]
    }
    canonical = String(letters)
    text = stride(from: 0, to: Self.length, by: Self.groupLength)
      .map { String(letters[$0..<$0 + Self.groupLength]) }
      .joined(separator: "-")
  }

  /// Returns the canonical form of a code that a person typed. A text that is no code has no
  /// canonical form, and its result is the hash of no code.
  static func canonical(_ typed: String) -> String {
    guard typed.utf8.count <= maximumTypedLength else { return "" }
    return String(
      typed.uppercased().compactMap { letter in
        switch letter {
        case "-", " ", "\t", "\r", "\n", "\r\n": nil
        case "O": "0"
        case "I", "L": "1"
        default: letter
        }
      })
  }
}

extension ClaimCodeText: CustomStringConvertible {
  /// A word in place of the code. Only code that uses ``text`` can write out the code itself.
  public var description: String { "a claim code" }
}
