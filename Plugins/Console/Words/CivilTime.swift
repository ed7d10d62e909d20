import GoogleProtos

/// A time in the calendar, in UTC: what a page shows of a timestamp. The script of the page turns
/// it into the time zone of the browser.
///
/// The days are computed as in "chrono-Compatible Low-Level Date Algorithms" by Howard Hinnant.
struct CivilTime: Hashable, Sendable {
  let (year, month, day): (Int, Int, Int)
  let (hour, minute): (Int, Int)
  /// 0 for Sunday.
  let weekday: Int

  init(secondsSince1970 seconds: Int64) {
    let days = Int(seconds.quotient(86_400))
    let second = Int(seconds - Int64(days) * 86_400)
    (hour, minute) = (second / 3600, second / 60 % 60)
    weekday = ((days + 4) % 7 + 7) % 7
    // The era begins on 1 March 0000, so that a leap day is the last of its year.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  init(_ time: GoogleTimestamp) { self.init(secondsSince1970: time.seconds) }

  /// The time as tables show it, such as "2026-11-26 02:34 UTC".
  func short(in language: Language) -> String {
    let mark = language == .japanese ? "/" : "-"
    return "\(year)\(mark)\(month.padded)\(mark)\(day.padded) \(hour.padded):\(minute.padded) UTC"
  }

  /// The time for the attribute `datetime`, as RFC 3339 has it, to the minute.
  var machine: String {
    "\(year)-\(month.padded)-\(day.padded)T\(hour.padded):\(minute.padded):00Z"
  }

  /// The day for people, such as "Thursday 26 November 2026".
  func day(in language: Language) -> String {
    switch language {
    case .japanese: "\(year)年\(month)月\(day)日（\(Self.japaneseDays[weekday])）"
    case .english: "\(Self.englishDays[weekday]) \(day) \(Self.months[month - 1]) \(year)"
    }
  }

  private static let japaneseDays = ["日", "月", "火", "水", "木", "金", "土"]
  private static let englishDays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension Int64 {
  /// Returns the quotient, rounded down.
  fileprivate func quotient(_ divisor: Int64) -> Int64 {
    self >= 0 ? self / divisor : (self + 1) / divisor - 1
  }
}

extension Int {
  fileprivate var padded: String { self < 10 ? "0\(self)" : "\(self)" }
}
