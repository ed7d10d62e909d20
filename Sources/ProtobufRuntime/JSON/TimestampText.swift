/// Points in time as RFC 3339 writes them: `2025-11-23T21:11:00.5Z`.
enum TimestampText {
  /// From year 1 to the end of year 9999.
  private static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799
  private static let secondsPerDay: Int64 = 86_400

  static func format(_ time: SecondsAndNanos) throws(ProtobufError) -> String {
    guard range.contains(time.seconds), (0..<SecondsAndNanos.nanosPerSecond).contains(time.nanos)
    else {
      throw ProtobufError(
        .invalidValue, "\(time.seconds) s and \(time.nanos) ns are not in the years 1 to 9999")
    }
    let days = (time.seconds - range.lowerBound) / secondsPerDay + range.lowerBound / secondsPerDay
    let second = Int(time.seconds - days * secondsPerDay)
    let date = CivilDate(daysSince1970: Int(days))
    let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))T"
      + clock.joined(separator: ":") + SecondsAndNanos.fraction(time.nanos) + "Z"
  }

  static func parse(_ text: String) throws(ProtobufError) -> SecondsAndNanos {
    guard let time = read(text) else {
      throw ProtobufError(
        .invalidValue,
        "“\(text.asRefused)” is no time, as “2025-11-23T21:11:00.5Z” is, in the years 1 to 9999"
      )
    }
    return time
  }

  private static func read(_ text: String) -> SecondsAndNanos? {
    var rest = Substring(text)
    guard let year = number(&rest, 4, "-"), let month = number(&rest, 2, "-"),
      let day = number(&rest, 2, "T"), let hour = number(&rest, 2, ":"),
      let minute = number(&rest, 2, ":"), let second = number(&rest, 2, nil),
      let date = CivilDate(year: year, month: month, day: day),
      hour < 24, minute < 60, second < 60
    else { return nil }
    let zone = rest.firstIndex { !$0.isASCIIDigit && $0 != "." } ?? rest.endIndex
    let fraction = rest[..<zone]
    guard let nanos = fraction.isEmpty ? 0 : nanos(fraction), let offset = offset(rest[zone...])
    else { return nil }
    let clock = Int64(hour * 3600 + minute * 60 + second)
    let seconds = Int64(date.daysSince1970) * secondsPerDay + clock - offset
    return range.contains(seconds) ? SecondsAndNanos(seconds: seconds, nanos: nanos) : nil
  }

  private static func nanos(_ fraction: Substring) -> Int32? {
    fraction.first == "." ? SecondsAndNanos.nanos(fraction.dropFirst()) : nil
  }

  /// Returns how many seconds a zone is ahead of UTC.
  private static func offset(_ zone: Substring) -> Int64? {
    if zone == "Z" { return 0 }
    var rest = zone.dropFirst()
    guard let sign = zone.first, "+-".contains(sign), let hours = number(&rest, 2, ":"),
      let minutes = number(&rest, 2, nil), rest.isEmpty, hours < 24, minutes < 60
    else { return nil }
    let seconds = Int64(hours * 3600 + minutes * 60)
    return sign == "-" ? -seconds : seconds
  }

  /// Takes a number of so many digits, and the separator after it.
  private static func number(
    _ text: inout Substring, _ count: Int, _ separator: Character?
  ) -> Int? {
    let digits = text.prefix(count)
    guard digits.count == count, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    text = text.dropFirst(count)
    if let separator {
      guard text.first == separator else { return nil }
      text = text.dropFirst()
    }
    return Int(digits)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
