/// Numbers as text for people.
enum Amounts {
  /// Returns a time span in its two largest units: `3d 4h`, `5m 2s`, `0s`.
  static func elapsed(seconds: Int64) -> String {
    var rest = max(0, seconds)
    var parts: [String] = []
    for (unit, length) in [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)] as [(String, Int64)] {
      if rest >= length { parts.append("\(rest / length)\(unit)") }
      rest %= length
    }
    return parts.isEmpty ? "0s" : parts.prefix(2).joined(separator: " ")
  }

  /// Returns a short time in one unit, or a longer one in its two largest: `0.5ms`, `2.5s`,
  /// `5m 2s`.
  static func short(_ time: Duration) -> String {
    let seconds = time / .seconds(1)
    guard seconds < 60 else { return elapsed(seconds: time.components.seconds) }
    return seconds < 1 ? decimal(seconds * 1000) + "ms" : decimal(seconds) + "s"
  }

  /// Returns a number with at most one digit after the point.
  private static func decimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  /// Returns an amount of memory: `512 B`, `7.1 MiB`.
  static func bytes(_ count: UInt64) -> String {
    guard count >= 1024 else { return "\(count) B" }
    let unit = min((63 - count.leadingZeroBitCount) / 10, units.count)
    // The count is in 1024ths of the unit, so that the multiplication can't overflow.
    let tenths = ((count >> (10 * (unit - 1))) * 10 + 512) / 1024
    return "\(tenths / 10).\(tenths % 10) \(units[unit - 1])"
  }

  /// Returns a number with commas between its thousands: `1,234,567`.
  static func count(_ number: UInt64) -> String {
    let digits = Array(String(number))
    return digits.indices.reduce(into: "") { text, index in
      if index > 0 && (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digits[index])
    }
  }

  private static let units = ["KiB", "MiB", "GiB", "TiB"]
}
