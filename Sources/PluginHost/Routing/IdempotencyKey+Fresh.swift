internal import GoogleProtos
internal import IPC
internal import Store

/// Keys for mutations whose callers gave none.
extension IdempotencyKey {
  /// Returns a new key: 48 bits of time in milliseconds and 80 random bits, in hexadecimal.
  ///
  /// Keys of the same time begin alike, so a store keeps them together: what one commit records
  /// lies on few pages. Random keys would touch one page each.
  static func fresh(at now: GoogleTimestamp = WallClock.now) -> String {
    var generator = SystemRandomNumberGenerator()
    let milliseconds = UInt64(now.seconds) * 1000 + UInt64(now.nanos) / 1_000_000
    return hexadecimal(milliseconds << 16 | generator.next() >> 48)
      + hexadecimal(generator.next())
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
