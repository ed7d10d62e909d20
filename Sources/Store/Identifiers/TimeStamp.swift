internal import StewardProtos

/// A time in milliseconds and a count within it, which only ever grows.
///
/// Ids are ordered by it. Each is greater than the last one of the store, whichever process made that, even
/// within one millisecond and when the clock has gone backward.
struct TimeStamp: RawRepresentable, Hashable {
  /// 48 bits of milliseconds, then 16 of count.
  let rawValue: UInt64

  init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// Returns the least stamp after this one that isn't before `now`.
  func next(now: GoogleTimestamp) -> TimeStamp {
    TimeStamp(rawValue: max(rawValue + 1, now.milliseconds << 16))
  }
}
