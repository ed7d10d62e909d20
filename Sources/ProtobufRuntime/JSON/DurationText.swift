/// Durations as JSON writes them: `1.5s`, `-3s`.
enum DurationText {
  /// Ten thousand years.
  private static let longest: Int64 = 315_576_000_000

  static func format(_ duration: SecondsAndNanos) throws(ProtobufError) -> String {
    let (seconds, nanos) = (duration.seconds, duration.nanos)
    let signsAgree = seconds == 0 || nanos == 0 || (seconds < 0) == (nanos < 0)
    guard seconds.magnitude <= longest, nanos.magnitude < 1_000_000_000, signsAgree else {
      throw ProtobufError(.invalidValue, "\(seconds) s and \(nanos) ns are no duration")
    }
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
        .invalidValue, "“\(text.asRefused)” is no duration, as “1.5s” is, of at most 10,000 years")
    }
    return SecondsAndNanos(
      seconds: isNegative ? -seconds : seconds, nanos: isNegative ? -nanos : nanos)
  }

}
