import Foundation

/// Finds secrets in bytes, whole or in part, in each of the forms in which they may have got there.
struct SecretSearch {
  /// So many bytes in a row of a secret are enough to betray it.
  static let betrayal = 12

  private struct Form {
    let secret: String
    let bytes: [UInt8]
    /// How many bytes of it stand for ``SecretSearch/betrayal`` bytes of the secret.
    let window: Int
  }

  private struct Spot {
    let form: Int
    let offset: Int
  }

  private let forms: [Form]
  /// Where eight bytes stand in the forms.
  private let spots: [UInt64: [Spot]]
  /// Which eight bytes may be in ``spots``, by a hash of 16 bits: most are in none, which this tells at once.
  private let hints: [Bool]

  /// - Parameter secrets: What is secret, by what it is called in findings.
  init(_ secrets: [String: [UInt8]]) {
    forms = secrets.flatMap { name, bytes in
      Self.forms(of: bytes).map { Form(secret: name, bytes: $0.bytes, window: $0.window) }
    }
    var spots: [UInt64: [Spot]] = [:]
    var hints = [Bool](repeating: false, count: 1 << 16)
    for (index, form) in forms.enumerated() where form.bytes.count >= 8 {
      for offset in 0...(form.bytes.count - 8) {
        let eight = form.bytes[offset..<(offset + 8)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        spots[eight, default: []].append(Spot(form: index, offset: offset))
        hints[Self.hint(eight)] = true
      }
    }
    self.spots = spots
    self.hints = hints
  }

  private static func hint(_ eight: UInt64) -> Int {
    Int(truncatingIfNeeded: (eight &* 0x9E37_79B9_7F4A_7C15) >> 48)
  }

  /// Raw, in hexadecimal, and in base64, wherever in it the secret begins.
  private static func forms(of secret: [UInt8]) -> [(bytes: [UInt8], window: Int)] {
    let hex = secret.map { String(format: "%02x", $0) }.joined()
    let base64 = (0..<3).flatMap { skipped -> [String] in
      let text = Data([UInt8](repeating: 0, count: skipped) + secret).base64EncodedString()
      // Without what also depends on the bytes before and after.
      let whole = (secret.count + skipped) / 3 * 4
      let own = String(text.prefix(whole).dropFirst((skipped * 4 + 2) / 3))
      return [own, own.replacing("+", with: "-").replacing("/", with: "_")]
    }
    return [(secret, betrayal), (Array(hex.utf8), betrayal * 2)]
      + [(Array(hex.uppercased().utf8), betrayal * 2)]
      + Set(base64).map { (Array($0.utf8), betrayal * 4 / 3) }
  }

  /// Returns what the secrets are called of which enough is in `bytes`.
  func findings(in bytes: Data) -> Set<String> {
    bytes.withUnsafeBytes { bytes in
      var found: Set<String> = []
      var eight: UInt64 = 0
      for end in bytes.indices {
        eight = eight << 8 | UInt64(bytes[end])
        guard hints[Self.hint(eight)], let spots = spots[eight], end >= 7 else { continue }
        for spot in spots {
          let form = forms[spot.form]
          guard length(of: spot, in: bytes, at: end - 7) >= form.window else { continue }
          found.insert(form.secret)
        }
      }
      return found
    }
  }

  /// How far the form of a spot goes on in `bytes`, to both sides of where eight bytes of it are.
  private func length(of spot: Spot, in bytes: UnsafeRawBufferPointer, at start: Int) -> Int {
    let form = forms[spot.form].bytes
    var before = 0
    while before < min(spot.offset, start),
      form[spot.offset - before - 1] == bytes[start - before - 1]
    {
      before += 1
    }
    var after = 8
    while spot.offset + after < form.count, start + after < bytes.count,
      form[spot.offset + after] == bytes[start + after]
    {
      after += 1
    }
    return before + after
  }
}
