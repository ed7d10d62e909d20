/// Ids whose order, as text, is that of their stamps.
enum TimeOrderedIdentifier {
  /// Returns a UUID of version 7 (RFC 9562): 48 bits of time, 16 of count, 58 of chance.
  static func uuid(_ stamp: TimeStamp, random: UInt64) -> String {
    let time = stamp.rawValue >> 16
    let count = stamp.rawValue & 0xFFFF
    let high = time << 16 | 0x7000 | count >> 4
    let low = 0b10 << 62 | (count & 0xF) << 58 | random >> 6
    let digits = hexadecimal(high) + hexadecimal(low)
    return groups.map { String(decoding: digits[$0], as: UTF8.self) }.joined(separator: "-")
  }

  /// Returns the prefix and 24 base58 characters: 64 bits of stamp, 76 of chance.
  static func text(prefix: String, _ stamp: TimeStamp, random: (UInt64, UInt64)) -> String {
    let mask: UInt64 = (1 << Base58.digitBits) - 1
    let digits = [
      stamp.rawValue >> 36,
      stamp.rawValue >> 8 & mask,
      (stamp.rawValue & 0xFF) << 20 | random.0 >> 44,
      random.0 >> 16 & mask,
      (random.0 & 0xFFFF) << 12 | random.1 >> 52,
    ]
    return prefix + Base58.text(digits, length: 24)
  }

  private static let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]

  private static let hexadecimalDigits = Array("0123456789abcdef".utf8)

  private static func hexadecimal(_ number: UInt64) -> [UInt8] {
    number.bigEndianBytes.flatMap { byte in
      [hexadecimalDigits[Int(byte >> 4)], hexadecimalDigits[Int(byte & 0xF)]]
    }
  }
}
