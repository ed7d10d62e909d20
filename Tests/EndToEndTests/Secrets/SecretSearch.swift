import Foundation

/// A search for secrets in bytes, whole or in part, in every form that they may have there.
struct SecretSearch {
  /// The number of consecutive bytes of a secret that are enough to reveal it.
  static let betrayal = 12

  private struct Form {
    let secret: String
    let bytes: [UInt8]
    /// The number of bytes of the form that stand for ``SecretSearch/betrayal`` bytes of the
    /// secret.
    let window: Int
  }

  private struct Spot {
    let form: Int
    let offset: Int
  }

  private let forms: [Form]
  /// The places of each sequence of eight bytes in the forms.
  private let spots: [UInt64: [Spot]]
  /// Whether eight bytes may be in ``spots``, by a hash of 16 bits. Most eight bytes are in no
  /// form, and this array says so at once.
  private let hints: [Bool]

  /// - Parameter secrets: The secrets, by their names in findings.
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

  /// Returns the forms of a secret: raw, in hexadecimal, and in base64 for each offset at which the
  /// secret may begin.
  private static func forms(of secret: [UInt8]) -> [(bytes: [UInt8], window: Int)] {
    let hex = secret.map { String(format: "%02x", $0) }.joined()
    let base64 = (0..<3).flatMap { skipped -> [String] in
      let text = Data([UInt8](repeating: 0, count: skipped) + secret).base64EncodedString()
      // Leaves out the characters that also depend on the bytes before and after.
      let whole = (secret.count + skipped) / 3 * 4
      let own = String(text.prefix(whole).dropFirst((skipped * 4 + 2) / 3))
      return [own, own.replacing("+", with: "-").replacing("/", with: "_")]
    }
    return [(secret, betrayal), (Array(hex.utf8), betrayal * 2)]
      + [(Array(hex.uppercased().utf8), betrayal * 2)]
      + Set(base64).map { (Array($0.utf8), betrayal * 4 / 3) }
  }

  /// Returns the names of the secrets of which enough is in `bytes`.
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

  /// Returns how many bytes of a spot's form are in `bytes`, to both sides of the eight bytes that
  /// were found.
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
