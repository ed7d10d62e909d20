/// The grammar and the exact value of JSON's numbers.
enum JSONNumber {
  /// The largest exponent that is looked at, either way: no number that a field holds comes near
  /// it.
  private static let maximumExponent = 1 << 20

  /// Returns where the number that starts at `start` ends, or `nil` if none starts there.
  static func end(of bytes: [UInt8], from start: Int) -> Int? {
    var position = start
    func take(_ isWanted: (UInt8) -> Bool) -> Bool {
      guard position < bytes.count, isWanted(bytes[position]) else { return false }
      position += 1
      return true
    }
    func take(_ character: Unicode.Scalar) -> Bool { take { $0 == UInt8(ascii: character) } }
    func takeDigits() -> Bool {
      let first = position
      while take({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) {}
      return position > first
    }
    _ = take("-")
    guard take("0") || takeDigits() else { return nil }
    if take("."), !takeDigits() { return nil }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      guard takeDigits() else { return nil }
    }
    return position
  }

  /// Whether the text is a number as JSON writes them, and of no more characters than one may have.
  static func isNumber(_ text: String) -> Bool {
    guard text.utf8.count <= ProtobufLimits.numberLength else { return false }
    let bytes = Array(text.utf8)
    return end(of: bytes, from: 0) == bytes.count
  }

  /// Returns the integer that a number is exactly, as `12`, `1.0` or `25e2` are; otherwise `nil`.
  static func integer<Integer: FixedWidthInteger>(
    _ text: String, as: Integer.Type
  ) -> Integer? {
    guard isNumber(text) else { return nil }
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split { "eE".contains($0) }
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    var digits = String(mantissa[0] + fraction).drop { $0 == "0" }
    if digits.isEmpty { return 0 }
    // By its range: the least of all integers has no absolute value.
    guard var exponent = parts.count > 1 ? Int(parts[1]) : 0,
      (-maximumExponent...maximumExponent).contains(exponent)
    else { return nil }
    exponent -= fraction.count
    while exponent < 0, digits.last == "0" {
      digits.removeLast()
      exponent += 1
    }
    guard exponent >= 0, digits.count + exponent <= 20 else { return nil }
    return Integer((isNegative ? "-" : "") + digits + String(repeating: "0", count: exponent))
  }
}
