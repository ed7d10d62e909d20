/// The escapes of JSON. It escapes the characters that JSON requires, and all characters that
/// deceive a reader, so a terminal can show the JSON text. The value of the text stays the same.
enum JSONEscapes {
  /// Returns whether a text may need an escape. It looks only at the bytes, because hardly any text
  /// needs one.
  static func mayBeNeeded(in bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where mayBeginEscape(bytes[index]) { return true }
    return false
  }

  /// Returns whether the byte is an ASCII character that is escaped, or may begin a character that
  /// deceives.
  private static func mayBeginEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: true
    case 0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3: true
    default: false
    }
  }

  /// Returns the escape of a character, or nil if the character stands for itself.
  static func escape(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case _ where scalar.isDeceptive || scalar.isJoiner:
      UTF16.encode(scalar)?.map(escape(ofUnit:)).joined()
    default: nil
    }
  }

  private static func escape(ofUnit unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
