internal import Glibc
public import GoogleProtos

/// The clock of the system.
public enum WallClock {
  /// The current time, in whole microseconds.
  public static var now: GoogleTimestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return GoogleTimestamp(
      seconds: Int64(time.tv_sec), nanos: Int32(time.tv_nsec / 1000 * 1000))
  }
}

extension GoogleTimestamp {
  /// The milliseconds since 1970, or 0 for earlier times.
  var milliseconds: UInt64 {
    UInt64(clamping: seconds.multipliedReportingOverflow(by: 1000).partialValue)
      + UInt64(clamping: nanos / 1_000_000)
  }
}
