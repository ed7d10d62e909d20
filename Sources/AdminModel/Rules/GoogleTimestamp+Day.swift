internal import GoogleProtos

extension GoogleTimestamp {
  /// The number of whole days in UTC since 1970.
  var day: Int { Int(microseconds / 86_400_000_000) }

  /// Creates the beginning of a day in UTC.
  init(day: Int) {
    self.init(seconds: Int64(day) * 86_400)
  }
}
