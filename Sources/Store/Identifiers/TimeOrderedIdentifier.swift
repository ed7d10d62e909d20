internal import Platform

/// Ids that sort as text in the order of their stamps.
enum TimeOrderedIdentifier {
  /// Returns a UUID of version 7 (RFC 9562): 48 bits of time, a counter of 16 bits, 58 random bits.
  static func uuid(_ stamp: TimeStamp, random: UInt64) -> String {
    let time = stamp.rawValue >> 16
    let count = stamp.rawValue & 0xFFFF
    let high = time << 16 | 0x7000 | count >> 4
    let low = 0b10 << 62 | (count & 0xF) << 58 | random >> 6
    var rest = UInt128(high) << 64 | UInt128(low)
    return String(unsafeUninitializedCapacity: 36) { text in
      for place in (0..<36).reversed() {
        if dashes.contains(place) {
          text[place] = UInt8(ascii: "-")
        } else {
          text[place] = Hexadecimal.digit(Int(rest & 0xF))
          rest >>= 4
        }
      }
      return 36
    }
  }

  /// Returns the prefix and 24 base58 characters: 64 bits of the stamp, 76 random bits.
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

  private static let dashes = [8, 13, 18, 23]
}
