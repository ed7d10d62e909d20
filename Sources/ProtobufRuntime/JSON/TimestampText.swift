/// Timestamps as text, in the format of RFC 3339: `2025-11-23T21:11:00.5Z`.
public enum TimestampText {
  private static let range = SecondsAndNanos.timestamps
  private static let secondsPerDay: Int64 = 86_400

  static func format(_ time: SecondsAndNanos) throws(ProtobufError) -> String {
    try format(seconds: time.seconds, nanos: time.nanos)
  }

  /// Returns the time so many seconds and nanoseconds after the start of 1970. Its fraction has as
  /// many digits as needed: none, three, six or nine.
  ///
  /// - Throws: ``ProtobufError`` if the time is before year 1 or after year 9999.
  public static func format(seconds: Int64, nanos: Int32) throws(ProtobufError) -> String {
    try SecondsAndNanos(seconds: seconds, nanos: nanos).checkTimestamp()
    let days = (seconds - range.lowerBound) / secondsPerDay + range.lowerBound / secondsPerDay
    let second = Int(seconds - days * secondsPerDay)
    let date = CivilDate(daysSince1970: Int(days))
    // The text is written in one array, because a response of the gateway has dozens of timestamps.
    var text: [UInt8] = []
    text.reserveCapacity("2025-11-23T21:11:00.000000000Z".utf8.count)
    append(date.year, 4, then: "-", to: &text)
    append(date.month, 2, then: "-", to: &text)
    append(date.day, 2, then: "T", to: &text)
    append(second / 3600, 2, then: ":", to: &text)
    append(second / 60 % 60, 2, then: ":", to: &text)
    append(second % 60, 2, then: nanos == 0 ? "Z" : ".", to: &text)
    if nanos != 0 { append(fraction: Int(nanos), to: &text) }
    return String(decoding: text, as: UTF8.self)
  }

  private static func append(fraction nanos: Int, to text: inout [UInt8]) {
    var (number, count) = (nanos, 9)
    while number % 1000 == 0 { (number, count) = (number / 1000, count - 3) }
    append(number, count, then: "Z", to: &text)
  }

  /// Appends a number with so many digits, and the separator after it.
  private static func append(
    _ number: Int, _ count: Int, then separator: Unicode.Scalar, to text: inout [UInt8]
  ) {
    var unit = 1
    for _ in 1..<count { unit *= 10 }
    while unit > 0 {
      text.append(UInt8(ascii: "0") + UInt8(number / unit % 10))
      unit /= 10
    }
    text.append(UInt8(ascii: separator))
  }

  static func parse(_ text: String) throws(ProtobufError) -> SecondsAndNanos {
    guard let time = read(text) else {
      throw ProtobufError(
        .invalidValue,
        "expected a time such as \"2025-11-23T21:11:00.5Z\", in the years 1 to 9999, "
          + "got \"\(text.asRefused)\""
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

  /// Returns the number of seconds that a zone is ahead of UTC.
  private static func offset(_ zone: Substring) -> Int64? {
    if zone == "Z" { return 0 }
    var rest = zone.dropFirst()
    guard let sign = zone.first, "+-".contains(sign), let hours = number(&rest, 2, ":"),
      let minutes = number(&rest, 2, nil), rest.isEmpty, hours < 24, minutes < 60
    else { return nil }
    let seconds = Int64(hours * 3600 + minutes * 60)
    return sign == "-" ? -seconds : seconds
  }

  /// Removes a number with so many digits, and the separator after it. Returns the number.
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
}
