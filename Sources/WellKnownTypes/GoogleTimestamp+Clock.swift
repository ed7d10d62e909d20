public import GoogleProtos
internal import Platform

extension GoogleTimestamp {
  /// The current time of the wall clock, in whole microseconds.
  public static var now: GoogleTimestamp {
    let (seconds, nanoseconds) = WallClock.now
    return GoogleTimestamp(seconds: seconds, nanos: nanoseconds)
  }

  /// Returns the wall clock's time `delay` from now. A negative delay returns a time in the past.
  public static func fromNow(_ delay: Duration) -> GoogleTimestamp {
    let now = GoogleTimestamp.now
    let (seconds, attoseconds) = delay.components
    let nanos = Int64(now.nanos) + attoseconds / 1_000_000_000
    let carry = nanos < 0 ? -1 : nanos / 1_000_000_000
    return GoogleTimestamp(
      seconds: now.seconds + seconds + carry, nanos: Int32(nanos - carry * 1_000_000_000))
  }
}
