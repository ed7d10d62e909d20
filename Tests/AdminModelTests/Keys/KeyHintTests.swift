import Randomness
import Testing

@testable import AdminModel

@Suite("The hint of a key")
struct KeyHintTests {
  @Test(
    "A hint shows the public prefix, three characters and the last four",
    arguments: [
      ("sk-ant-api03-R2DabcdefghijklmnopqrstuvwxyzigAA", "sk-ant-api03-R2D...igAA"),
      ("sk-ant-api03-R2D2-and-what-else-is-in-it-igAA", "sk-ant-api03-R2D...igAA"),
      ("550e8400-e29b-41d4-a716-446655440000", "550...0000"),
      ("ghp_16C7e42F292c6912E7710c838347Ae178B4a", "ghp_16C...8B4a"),
      ("0123456789abcdef0123456789abcdef", "012...cdef"),
    ])
  func usual(value: String, hint: String) {
    #expect(KeyHint(of: value).text == hint)
  }

  @Test(
    "A hint of a value that is short or easily guessed shows less or nothing",
    arguments: [
      ("", "..."), ("x", "..."), ("hunter2", "..."), ("sk-ant-api03-hunter2", "sk-ant-api03-..."),
      // 24 digits have 79.7 bits, so the hint can show none of them.
      ("123456789012345678901234", "..."),
      ("Passwort-für-die-große-Maschine", "..."),
      ("correct-horse-battery-staple", "..."),
      // A UUID of version 7 begins with the time, and has 74 random bits.
      ("01a215b4-9253-7000-82bd-845ed613d8ac", "..."),
      ("postgres://steward:hunter2@db.example.com:5432/production?sslmode=require", "..."),
      ("https://hooks.example.com/services/deliver?token=hunter2", "..."),
      ("0123456789abcdef01234567", "012...7"),
      ("sk-ant-admin01-abcdefghijklmnopqrst", "sk-ant-admin01-ab..."),
      // Words that are no known prefix may be the secret itself.
      ("ab-cd-ef-gh-ij-kl-mn-op-qr-st-uv", "ab-...-uv"),
    ])
  func less(value: String, hint: String) {
    #expect(KeyHint(of: value).text == hint)
  }

  @Test("A hint of a token keeps enough of its signature hidden")
  func token() {
    let claims = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1c2VyXzEyMzQ1Njc4OTAifQ."
    #expect(KeyHint(of: claims + "SflKxwRJSMeKKF2QT4fwpM").text == "eyJ...fwpM")
    #expect(KeyHint(of: claims + "SflKxwRJ").text == "...")
  }

  @Test("A hint of an issued secret hides at least 80 of its bits")
  func issued() {
    let secret = SecretText(prefix: Keys.prefix)
    let longest = secret.keyHint.choices.last ?? ""
    #expect(longest.utf8.count <= Keys.prefix.utf8.count + 3 + 34 / 3)
    #expect(secret.hint.hasPrefix(Keys.prefix) && secret.hint.hasSuffix(secret.text.suffix(4)))
  }

  @Test(
    "A hint shows at most 16 bytes and a third of a value, and hides at least 80 bits",
    arguments: Form.allCases)
  func bounded(form: Form) throws {
    for seed in 0..<200 {
      var random = SeededRandom(UInt64(seed))
      let value = form.value(of: Int.random(in: 0...120, using: &random), using: &random)
      let body = value.dropFirst(PublicPrefix.of(value).count)
      for hint in KeyHint(of: value).choices {
        let ends = try #require(hint.dropFirst(value.count - body.count).firstRange(of: "..."))
        let head = hint[..<ends.lowerBound].dropFirst(value.count - body.count)
        let tail = hint[ends.upperBound...]
        let shown = head.utf8.count + tail.utf8.count
        #expect(value.hasPrefix(hint[..<ends.lowerBound]) && value.hasSuffix(tail))
        #expect(shown <= 16 && shown * 3 <= value.utf8.count)
        guard shown > 0 else { continue }
        #expect(form.bits(of: body.dropFirst(head.count).dropLast(tail.count)) >= 80)
      }
    }
  }

  @Test("The longest matching public prefix is used")
  func prefixes() {
    #expect(PublicPrefix.of("sk-stw-admin01-x") == "sk-stw-admin01-")
    #expect(PublicPrefix.of("sk-ant-new01-x") == "sk-ant-")
    #expect(PublicPrefix.of("sk-my-own-secret").isEmpty && PublicPrefix.of("").isEmpty)
  }
}

/// A form that the values of keys can have.
enum Form: String, CaseIterable {
  case digits, hexadecimal, uuid, base64, pem, token, address, unicode, anthropic

  func value(of length: Int, using random: inout SeededRandom) -> String {
    func text(_ letters: String, _ count: Int) -> String {
      String((0..<count).map { _ in letters.randomElement(using: &random) ?? "0" })
    }
    let base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    let hexadecimal = "0123456789abcdef"
    return switch self {
    case .digits: text("0123456789", length)
    case .hexadecimal: text(hexadecimal, length)
    case .uuid:
      "\(text(hexadecimal, 8))-\(text(hexadecimal, 4))-4\(text(hexadecimal, 3))-a"
        + "\(text(hexadecimal, 3))-\(text(hexadecimal, 12))"
    case .base64: text(base64, length) + "=="
    case .pem: "-----BEGIN PRIVATE KEY-----\n\(text(base64, length))\n-----END PRIVATE KEY-----"
    case .token: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.\(text(base64, length))"
    case .address: "https://ada:\(text(base64, length))@example.com/"
    case .unicode: text("äßあ🤖e\u{301}", length)
    case .anthropic: "sk-ant-api03-\(text(base64, length))"
    }
  }

  /// Returns the bits of a part of a value, from the way in which values of this form are made.
  func bits(of hidden: Substring) -> Double {
    switch self {
    case .digits: Double(hidden.count) * 3.3219
    case .hexadecimal: Double(hidden.count) * 4
    case .uuid: Double(hidden.count(where: { $0 != "-" }) - 2) * 4
    case .base64, .anthropic: Double(hidden.count(where: { $0 != "=" })) * 6
    case .token: Double(hidden.split(separator: ".").last?.count ?? 0) * 6
    // A hint shows nothing of these.
    case .pem, .address, .unicode: 0
    }
  }
}
