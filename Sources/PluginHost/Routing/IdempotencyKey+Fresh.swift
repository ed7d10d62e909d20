internal import GoogleProtos
internal import IPC
internal import Platform
internal import WellKnownTypes

/// Keys for mutations whose callers gave none.
extension IdempotencyKey {
  /// Returns a new key: 48 bits of time in milliseconds and 80 random bits, in hexadecimal.
  ///
  /// Keys of the same time begin alike, so a store keeps them together: what one commit records
  /// lies on few pages. Random keys would touch one page each.
  static func fresh(at now: GoogleTimestamp = .now) -> String {
    var generator = SystemRandomNumberGenerator()
    let milliseconds = UInt64(now.seconds) * 1000 + UInt64(now.nanos) / 1_000_000
    return Hexadecimal.text(milliseconds << 16 | generator.next() >> 48, width: 16)
      + Hexadecimal.text(generator.next(), width: 16)
  }
}
