import ProtobufRuntime

/// A day in the calendar, in UTC, as a field for a date sends it: "2026-11-26".
struct CivilDay: Hashable, Sendable {
  private let date: CivilDate

  /// Reads a day; nil if the text is no day that there is, or one before 1970.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let year = UInt16(parts[0]), year >= 1970,
      let month = UInt8(parts[1]), let day = UInt8(parts[2]),
      let date = CivilDate(year: Int(year), month: Int(month), day: Int(day))
    else { return nil }
    self.date = date
  }

  /// The seconds from the beginning of 1970 to the beginning of the day.
  var start: Int64 { Int64(date.daysSince1970) * 86_400 }

  /// The seconds from the beginning of 1970 to the end of the day.
  var end: Int64 { start + 86_400 }
}

extension CivilDay: CustomStringConvertible {
  var description: String { CivilTime(secondsSince1970: start).dayText }
}
