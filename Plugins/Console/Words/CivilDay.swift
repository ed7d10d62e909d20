/// A day in the calendar, in UTC, as a field for a date sends it: "2026-11-26".
struct CivilDay: Hashable, Sendable {
  let (year, month, day): (Int, Int, Int)

  /// Reads a day; nil if the text is no day that there is.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      let year = UInt16(parts[0]), let month = UInt8(parts[1]), let day = UInt8(parts[2]),
      year >= 1970, (1...12).contains(month), day >= 1
    else { return nil }
    (self.year, self.month, self.day) = (Int(year), Int(month), Int(day))
    let civil = CivilTime(secondsSince1970: start)
    guard (civil.month, civil.day) == (self.month, self.day) else { return nil }
  }

  /// The seconds from the beginning of 1970 to the beginning of the day.
  ///
  /// The days are computed as in "chrono-Compatible Low-Level Date Algorithms" by Howard Hinnant.
  var start: Int64 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + dayOfEra - 719_468) * 86_400
  }

  /// The seconds from the beginning of 1970 to the end of the day.
  var end: Int64 { start + 86_400 }
}

extension CivilDay: CustomStringConvertible {
  var description: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
