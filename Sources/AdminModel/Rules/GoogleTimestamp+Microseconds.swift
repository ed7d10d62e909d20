internal import GoogleProtos
internal import ProtobufRuntime

extension GoogleTimestamp {
  /// The last second that protobuf allows: the end of the year 9999.
  private static let lastSecond: UInt64 = 253_402_300_799

  /// Microseconds since 1970; 0 for any earlier time, and the end of the year 9999 for any later
  /// time.
  var microseconds: UInt64 {
    min(UInt64(clamping: seconds), Self.lastSecond) * 1_000_000 + UInt64(clamping: nanos) / 1000
  }

  /// Creates the time that is so many microseconds after 1970.
  init(microseconds: UInt64) {
    self.init(
      seconds: Int64(microseconds / 1_000_000), nanos: Int32(microseconds % 1_000_000) * 1000)
  }

  /// The time in RFC 3339 format.
  var text: String {
    get throws {
      guard case .string(let text) = try jsonValue() else { return "" }
      return text
    }
  }

  /// Returns the later of two times.
  static func later(_ one: GoogleTimestamp?, _ other: GoogleTimestamp) -> GoogleTimestamp {
    guard let one, one.microseconds > other.microseconds else { return other }
    return one
  }

  /// Returns the earlier of two times.
  static func earlier(_ one: GoogleTimestamp, _ other: GoogleTimestamp) -> GoogleTimestamp {
    one.microseconds < other.microseconds ? one : other
  }

  /// Returns the time after a duration, at most the end of the year 9999.
  func adding(_ duration: Duration) -> GoogleTimestamp {
    let (sum, _) = microseconds.addingReportingOverflow(UInt64(clamping: duration.microseconds))
    return GoogleTimestamp(microseconds: min(sum, Self.lastSecond * 1_000_000))
  }
}

extension Duration {
  /// The duration in whole microseconds.
  var microseconds: Int64 { Int64(clamping: attoseconds / 1_000_000_000_000) }
}
