import GoogleProtos
import ProtobufRuntime

/// A time in the calendar, in UTC: what a page shows of a timestamp. The script of the page turns
/// it into the time zone of the browser.
struct CivilTime: Hashable, Sendable {
  let date: CivilDate
  let (hour, minute): (Int, Int)
  /// 0 for Sunday.
  let weekday: Int

  init(secondsSince1970 seconds: Int64) {
    let days = Int(seconds.quotient(86_400))
    let second = Int(seconds - Int64(days) * 86_400)
    (hour, minute) = (second / 3600, second / 60 % 60)
    weekday = ((days + 4) % 7 + 7) % 7
    date = CivilDate(daysSince1970: days)
  }

  init(_ time: GoogleTimestamp) { self.init(secondsSince1970: time.seconds) }

  /// The time as tables show it, such as "2026-11-26 02:34 UTC".
  func short(in language: Language) -> String {
    let mark = language == .japanese ? "/" : "-"
    return
      "\(date.year)\(mark)\(date.month.padded)\(mark)\(date.day.padded) \(hour.padded):\(minute.padded) UTC"
  }

  /// The time for the attribute `datetime`, as RFC 3339 has it, to the minute.
  var machine: String {
    "\(dayText)T\(hour.padded):\(minute.padded):00Z"
  }

  /// The day as a field for a date sends it, such as "2026-11-26".
  var dayText: String { "\(date.year)-\(date.month.padded)-\(date.day.padded)" }

  /// The time of the day, such as "02:34 UTC".
  var timeText: String { "\(hour.padded):\(minute.padded) UTC" }

  /// The day for people, such as "Thursday 26 November 2026".
  func day(in language: Language) -> String {
    switch language {
    case .japanese: "\(date.year)年\(date.month)月\(date.day)日（\(Self.japaneseDays[weekday])）"
    case .english:
      "\(Self.englishDays[weekday]) \(date.day) \(Self.months[date.month - 1]) \(date.year)"
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
