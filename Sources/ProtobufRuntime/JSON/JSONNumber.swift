/// The grammar and the exact value of JSON's numbers.
enum JSONNumber {
  /// The largest absolute value of an exponent that the parser accepts. No number that a field can
  /// hold comes near it.
  private static let maximumExponent = 1 << 20

  /// Returns the end of the number that starts at `start`, or `nil` if no number starts there.
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

  /// Returns whether the text is a JSON number, and isn't longer than a number may be.
  static func isNumber(_ text: String) -> Bool {
    guard text.utf8.count <= ProtobufLimits.numberLength else { return false }
    let bytes = Array(text.utf8)
    return end(of: bytes, from: 0) == bytes.count
  }

  /// Returns the integer with exactly the number's value, for texts as `12`, `1.0` or `25e2`.
  /// Returns `nil` if there is none.
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
    // The range is checked instead of the absolute value, because the least integer has none.
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
