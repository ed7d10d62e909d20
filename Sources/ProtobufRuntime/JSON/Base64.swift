/// Base64 with padding. It also reads texts without padding and in the alphabet for URLs.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: some Collection<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var group: UInt32 = 0
    var count = 0
    for byte in bytes {
      group = group << 8 | UInt32(byte)
      count += 1
      if count == 3 {
        append(group, digits: 4, to: &text)
        (group, count) = (0, 0)
      }
    }
    if count > 0 { append(group << UInt32(8 * (3 - count)), digits: count + 1, to: &text) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Returns the bytes, or `nil` if the text is not base64.
  static func decode(_ text: String) -> [UInt8]? {
    var digits = Array(text.utf8)
    let length = digits.count
    while let last = digits.last, last == UInt8(ascii: "="), length - digits.count < 2 {
      digits.removeLast()
    }
    guard digits.count % 4 != 1, digits.count == length || length % 4 == 0 else { return nil }
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    for (index, digit) in digits.enumerated() {
      guard let value = value(of: digit) else { return nil }
      bits = bits << 6 | value
      if index % 4 != 0 {
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(6 - index % 4 * 2)))
      }
    }
    return bytes
  }

  private static func append(_ group: UInt32, digits: Int, to text: inout [UInt8]) {
    for index in 0..<4 {
      let digit = alphabet[Int(group >> UInt32(18 - 6 * index) & 63)]
      text.append(index < digits ? digit : UInt8(ascii: "="))
    }
  }

  private static func value(of digit: UInt8) -> UInt32? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
