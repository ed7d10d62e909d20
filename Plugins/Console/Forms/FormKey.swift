import Crypto

/// The key that a form carries in a hidden field. It proves that this console made the form, for
/// this session and this address. It is also the idempotency key of every change that the form
/// leads to: a double click, a reload and the back button do a thing once.
///
/// It holds a nonce, the time until which it works, and their HMAC together with the session and
/// the path. (OWASP, "Cross-Site Request Forgery Prevention", signed double-submit without cookie)
struct FormKeys: Sendable {
  /// The purpose with which the manifest asks for the secret.
  static let purpose = "console"
  /// How long a form can be sent after it was made, in seconds.
  static let lifetime: Int64 = 24 * 3600

  private let secret: SymmetricKey

  init(_ secret: [UInt8]) { self.secret = SymmetricKey(data: secret) }

  /// Makes the key of a new form.
  func make(session: String, path: String, at now: Int64) -> String {
    let nonce = String(UInt64.random(in: .min ... .max), radix: 36)
    let content = "\(now + Self.lifetime).\(nonce)"
    return "\(content).\(code(of: content, session, path))"
  }

  /// Returns whether a key was made for this session and path and is not too old.
  func accepts(_ key: String, session: String, path: String, at now: Int64) -> Bool {
    let parts = key.split(separator: ".", omittingEmptySubsequences: false)
    guard key.utf8.count <= 120, parts.count == 3, let end = Int64(parts[0]), end > now else {
      return false
    }
    let expected = code(of: "\(parts[0]).\(parts[1])", session, path)
    return Self.areSame(Array(parts[2].utf8), Array(expected.utf8))
  }

  private func code(of content: String, _ session: String, _ path: String) -> String {
    let text = "\(content)\0\(session)\0\(path)"
    return HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: secret)
      .prefix(16).map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
  }

  /// Compares in a time that doesn't reveal where the two differ.
  private static func areSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
