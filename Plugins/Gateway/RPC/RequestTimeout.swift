import HTTPTypes

/// The time that a client wants to wait, such as `steward-timeout: 5s`.
struct RequestTimeout: Hashable, Sendable {
  /// The maximum timeout. It is longer than any call takes that isn't endless.
  static let longest = Duration.seconds(3600)

  private static let units: [(name: String, unit: Duration)] = [
    ("ms", .milliseconds(1)), ("s", .seconds(1)), ("m", .seconds(60)), ("h", .seconds(3600)),
  ]

  let duration: Duration

  /// - Returns: nil if the header is missing.
  /// - Throws: ``APIError`` if the header is not a time from one millisecond to one hour.
  init?(_ headers: HTTPFields) throws(APIError) {
    guard let text = headers[.stewardTimeout] else { return nil }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...7).contains(digits.count), let count = Int(digits),
      let unit = Self.units.first(where: { $0.name == text.dropFirst(digits.count) })?.unit,
      case let duration = unit * count, (.milliseconds(1)...Self.longest).contains(duration)
    else {
      throw APIError(
        .invalidRequest,
        "steward-timeout: must be a whole number and ms, s, m or h, such as \"5s\", at most 1h.")
    }
    self.duration = duration
  }
}

extension HTTPField.Name {
  /// The time that the client wants to wait. A call that takes longer fails with DEADLINE_EXCEEDED.
  static let stewardTimeout = Self("steward-timeout")!
}
