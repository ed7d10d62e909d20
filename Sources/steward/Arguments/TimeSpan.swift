internal import ArgumentParser

/// A length of time as people type it: `500ms`, `10s`, `2m`, `1h`.
struct TimeSpan: Hashable, Sendable {
  var duration: Duration

  /// Creates a span from a positive decimal number and its unit; nil if `text` is anything else.
  init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard digits.first?.isNumber == true, digits.last?.isNumber == true,
      let amount = Double(digits), amount > 0,
      let unit = Self.seconds[String(text.dropFirst(digits.count))],
      amount * unit <= Self.longest
    else { return nil }
    duration = .seconds(amount * unit)
  }

  private static let seconds: [String: Double] = ["ms": 0.001, "s": 1, "m": 60, "h": 3600]

  /// A year: more than anyone waits, and far from where arithmetic on clocks overflows.
  private static let longest: Double = 365 * 24 * 3600
}

extension TimeSpan: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}
