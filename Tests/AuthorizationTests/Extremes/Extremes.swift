/// The numbers at the ends of types, and the numbers beside them.
enum Extremes {
  /// Whole numbers, as the 64 bits that encode them on the wire.
  static let whole: [UInt64] = ends.flatMap { [$0 &- 1, $0, $0 &+ 1] }

  private static let ends: [UInt64] = [
    0, 1, 1 << 31, 1 << 32, 1 << 53, 1 << 63, UInt64.max, UInt64.max << 31,
  ]

  static let fractions: [Double] = [
    -0.0, .infinity, -.infinity, .nan, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
    .leastNonzeroMagnitude, 0x1p53, 0x1p63, 0x1p64, -0x1p63,
  ]

  /// JSON numbers for fields that hold numbers.
  static let texts: [String] =
    Set(whole.flatMap { [String($0), String(Int64(bitPattern: $0))] }).sorted() + [
      "-0", "0.5", "1e2", "1e19", "1e400", "-1e400", "1e-400", "1e9223372036854775807",
      "1e-9223372036854775808", "1e99999999999999999999", String(repeating: "9", count: 400),
    ]

  /// Values without a JSON number, which JSON writes as text.
  static let words = ["NaN", "Infinity", "-Infinity"]

  /// JSON texts for times and durations, up to the ends of their ranges and beyond.
  static let times = [
    "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59-23:59",
    "0001-01-01T00:00:00+23:59", "1969-12-31T23:59:59.999999999Z", "2262-04-11T23:47:17Z",
    "315576000000s", "-315576000000s", "315576000000.999999999s", "-0.000000001s",
    "9223372036854775807s", "-9223372036854775808s",
  ]

  /// Numbers for fields that hold no number.
  static let strangers = ["18446744073709551615", "-9223372036854775808", "1e-9223372036854775808"]
}
