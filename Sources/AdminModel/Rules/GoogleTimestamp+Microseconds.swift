internal import StewardProtos

extension GoogleTimestamp {
  /// Microseconds since 1970; 0 for any time before.
  var microseconds: UInt64 {
    UInt64(clamping: seconds) * 1_000_000 + UInt64(clamping: nanos) / 1000
  }
}
