/// Percent-encoding of bytes in a URI. (RFC 3986, section 2.1)
enum PercentEncoding {
  /// Returns the bytes of a text in which each `%` and its two hexadecimal digits are replaced by
  /// the byte that they stand for.
  ///
  /// - Parameter isDecoded: Whether an encoded byte is replaced. Other encoded bytes stay as they
  ///   are.
  /// - Returns: nil if a `%` is not followed by two hexadecimal digits.
  static func decode(
    _ text: some Sequence<UInt8>, where isDecoded: (UInt8) -> Bool = { _ in true }
  ) -> [UInt8]? {
    var decoded: [UInt8] = []
    var bytes = text.makeIterator()
    while let byte = bytes.next() {
      guard byte == UInt8(ascii: "%") else {
        decoded.append(byte)
        continue
      }
      guard let first = bytes.next(), let second = bytes.next(), let high = value(of: first),
        let low = value(of: second)
      else { return nil }
      let value = high << 4 | low
      decoded += isDecoded(value) ? [value] : [byte, first, second]
    }
    return decoded
  }

  /// Returns a text in which every byte is encoded but those of letters, digits, `-`, `.`, `_` and
  /// `~`, which mean themselves in every part of a URI. (RFC 3986, section 2.3)
  static func encode(_ text: String) -> String {
    text.utf8.reduce(into: "") { encoded, byte in
      if isUnreserved(byte) {
        encoded.unicodeScalars.append(UnicodeScalar(byte))
      } else {
        encoded += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }

  /// Returns whether a byte means the same with and without its encoding.
  static func isUnreserved(_ byte: UInt8) -> Bool {
    let character = Character(UnicodeScalar(byte))
    return character.isASCII && (character.isLetter || character.isNumber)
      || "-._~".contains(character)
  }

  private static func value(of digit: UInt8) -> UInt8? {
    Character(UnicodeScalar(digit)).hexDigitValue.map(UInt8.init)
  }
}
