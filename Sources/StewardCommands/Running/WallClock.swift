internal import Glibc

/// The current time.
enum WallClock {
  /// The number of seconds since 1970.
  static var seconds: Int64 { Int64(time(nil)) }
}
