internal import Glibc

/// The clock of the system.
public enum WallClock {
  /// The time since the beginning of 1970 in UTC, in whole microseconds.
  public static var now: (seconds: Int64, nanoseconds: Int32) {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return (Int64(time.tv_sec), Int32(time.tv_nsec / 1000 * 1000))
  }

  /// The number of whole seconds since the beginning of 1970 in UTC.
  public static var seconds: Int64 { now.seconds }
}
