internal import ArgumentParser
internal import GoogleProtos
internal import ProtobufRuntime
internal import WellKnownTypes

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
  var wire: GoogleDuration { GoogleDuration(duration) }
}

extension TimeSpan: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}

/// A time such as the end of validity: itself, as `2026-12-31`, or a time span from now or back
/// from now, as `90d`.
enum Expiry: Hashable, Sendable, ExpressibleByArgument {
  case at(GoogleTimestamp)
  case after(TimeSpan)

  init?(argument: String) {
    if let span = TimeSpan(argument) {
      self = .after(span)
    } else if let time = try? GoogleTimestamp(json: "\"\(argument.withTimeOfDay)\"") {
      self = .at(time)
    } else {
      return nil
    }
  }

  var time: GoogleTimestamp? {
    guard case .at(let time) = self else { return nil }
    return time
  }

  var lifetime: GoogleDuration? {
    guard case .after(let span) = self else { return nil }
    return span.wire
  }

  /// Returns the time, where a span is counted from `now` on.
  func time(after now: GoogleTimestamp) -> GoogleTimestamp { time(1, now) }

  /// Returns the time, where a span is counted back from `now`.
  func time(before now: GoogleTimestamp) -> GoogleTimestamp { time(-1, now) }

  private func time(_ sign: Int64, _ now: GoogleTimestamp) -> GoogleTimestamp {
    switch self {
    case .at(let time): time
    case .after(let span):
      GoogleTimestamp(
        seconds: now.seconds + sign * span.duration.components.seconds, nanos: now.nanos)
    }
  }
}

extension String {
  /// A date with the start of that day in UTC, in the format of RFC 3339; any other text as it is.
  var withTimeOfDay: String {
    wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) == nil ? self : self + "T00:00:00Z"
  }
}
