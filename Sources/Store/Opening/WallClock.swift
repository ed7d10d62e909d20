internal import Glibc
public import GoogleProtos

/// The system's idea of the time.
public enum WallClock {
  /// The time now, to the microsecond.
  public static var now: GoogleTimestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return GoogleTimestamp(
      seconds: Int64(time.tv_sec), nanos: Int32(time.tv_nsec / 1000 * 1000))
  }
}

extension GoogleTimestamp {
  /// Milliseconds since 1970; 0 for times before.
  var milliseconds: UInt64 {
    UInt64(clamping: seconds.multipliedReportingOverflow(by: 1000).partialValue)
      + UInt64(clamping: nanos / 1_000_000)
  }
}
