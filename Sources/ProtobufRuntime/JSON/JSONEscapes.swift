/// The escapes of JSON: of what JSON requires, and of all characters that deceive a reader, so that
/// a JSON text can be shown on a terminal. Its value is the same.
enum JSONEscapes {
  /// Whether a text may need an escape: told by its bytes, since hardly any does.
  static func mayBeNeeded(in bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where mayBeginEscape(bytes[index]) { return true }
    return false
  }

  /// The bytes of ASCII that are escaped, and those with which the characters begin that deceive.
  private static func mayBeginEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: true
    case 0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3: true
    default: false
    }
  }

  /// The escape of a character; nil if it stands for itself.
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
