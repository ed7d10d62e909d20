internal import GoogleProtos

/// A time in milliseconds and a counter within the millisecond. Stamps only ever grow.
///
/// Ids are ordered by their stamps. Each stamp is greater than the last one of the store, whichever
/// process made that. This also holds within one millisecond, and when the clock has gone backward.
struct TimeStamp: RawRepresentable, Hashable {
  /// The newest stamp that an import may bring: the end of year 9999. More than 10^18 ids follow
  /// it, so an import can't use up all ids.
  static let newestImported = TimeStamp(rawValue: 253_402_300_799_999 << 16 | 0xFFFF)

  /// 48 bits of milliseconds, then 16 bits of counter.
  let rawValue: UInt64

  init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// Returns the least stamp after this one that isn't before `now`, or nil if this is the last
  /// possible stamp.
  func next(now: GoogleTimestamp) -> TimeStamp? {
    guard rawValue < .max else { return nil }
    return TimeStamp(rawValue: max(rawValue + 1, now.milliseconds << 16))
  }
}

extension GoogleTimestamp {
  /// The milliseconds since 1970, or 0 for earlier times.
  var milliseconds: UInt64 {
    UInt64(clamping: seconds.multipliedReportingOverflow(by: 1000).partialValue)
      + UInt64(clamping: nanos / 1_000_000)
  }
}
