internal import ArgumentParser
internal import GoogleProtos

/// A time span as people type it: `500ms`, `10s`, `2m`, `1h`, `30d`.
struct TimeSpan: Hashable, Sendable {
  var duration: Duration

  /// Creates a span from a positive decimal number and its unit; nil if `text` is anything else, or
  /// if the span is too long.
  init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard digits.first?.isNumber == true, digits.last?.isNumber == true,
      let amount = Double(digits), amount > 0,
      let unit = Self.seconds[String(text.dropFirst(digits.count))],
      amount * unit <= Self.longest
    else { return nil }
    duration = .seconds(amount * unit)
  }

  private static let seconds: [String: Double] = [
    "ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86_400,
  ]

  /// The maximum in seconds: ten years. A key may not live longer, and arithmetic on clocks can't
  /// overflow.
  private static let longest: Double = 3650 * 86_400
}

extension TimeSpan {
  /// The span as a protobuf message.
  var wire: GoogleDuration {
    let (seconds, attoseconds) = duration.components
    return GoogleDuration(seconds: seconds, nanos: Int32(attoseconds / 1_000_000_000))
  }
}

extension TimeSpan: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}
