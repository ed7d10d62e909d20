/// Durations as text, in the format of JSON: `1.5s`, `-3s`.
enum DurationText {
  private static let longest = SecondsAndNanos.durations.upperBound

  static func format(_ duration: SecondsAndNanos) throws(ProtobufError) -> String {
    try duration.checkDuration()
    let (seconds, nanos) = (duration.seconds, duration.nanos)
    let sign = seconds < 0 || nanos < 0 ? "-" : ""
    let fraction = SecondsAndNanos.fraction(Int32(nanos.magnitude))
    return "\(sign)\(seconds.magnitude)\(fraction)s"
  }

  static func parse(_ text: String) throws(ProtobufError) -> SecondsAndNanos {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.dropLast()
      .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard text.hasSuffix("s"), let whole = parts.first, !whole.isEmpty,
      whole.allSatisfy(\.isASCIIDigit), !text.hasPrefix("--"),
      let seconds = Int64(whole), seconds <= longest,
      let nanos = parts.count > 1 ? SecondsAndNanos.nanos(parts[1]) : 0,
      seconds < longest || nanos == 0
    else {
      throw ProtobufError(
        .invalidValue,
        "expected a duration such as \"1.5s\", of at most 10,000 years, got \"\(text.asRefused)\"")
    }
    return SecondsAndNanos(
      seconds: isNegative ? -seconds : seconds, nanos: isNegative ? -nanos : nanos)
  }

}
