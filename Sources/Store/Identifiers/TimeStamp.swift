internal import GoogleProtos

/// A time in milliseconds and a count within it, which only ever grows.
///
/// Ids are ordered by it. Each is greater than the last one of the store, whichever process made that, even
/// within one millisecond and when the clock has gone backward.
struct TimeStamp: RawRepresentable, Hashable {
  /// The newest that another store may hand over: the end of year 9999. More than 10^18 ids follow
  /// it, so that nothing which is imported can use them up.
  static let newestImported = TimeStamp(rawValue: 253_402_300_799_999 << 16 | 0xFFFF)

  /// 48 bits of milliseconds, then 16 of count.
  let rawValue: UInt64

  init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// Returns the least stamp after this one that isn't before `now`; nil after the last that there
  /// is.
  func next(now: GoogleTimestamp) -> TimeStamp? {
    guard rawValue < .max else { return nil }
    return TimeStamp(rawValue: max(rawValue + 1, now.milliseconds << 16))
  }
}
