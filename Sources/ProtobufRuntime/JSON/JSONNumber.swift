/// The grammar and the exact value of JSON's numbers.
enum JSONNumber {
  /// Returns where the number that starts at `start` ends, or `nil` if none starts there.
  static func end(of bytes: [UInt8], from start: Int) -> Int? {
    var position = start
    func take(_ characters: String) -> Bool {
      guard position < bytes.count, characters.utf8.contains(bytes[position]) else { return false }
      position += 1
      return true
    }
    func takeDigits() -> Bool {
      let first = position
      while take("0123456789") {}
      return position > first
    }
    _ = take("-")
    guard take("0") || takeDigits() else { return nil }
    if take("."), !takeDigits() { return nil }
    if take("eE") {
      _ = take("+-")
      guard takeDigits() else { return nil }
    }
    return position
  }

  /// Whether the text is a number as JSON writes them.
  static func isNumber(_ text: String) -> Bool {
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
    guard var exponent = parts.count > 1 ? Int(parts[1]) : 0, abs(exponent) < 1 << 20 else {
      return nil
    }
    exponent -= fraction.count
    while exponent < 0, digits.last == "0" {
      digits.removeLast()
      exponent += 1
    }
    guard exponent >= 0, digits.count + exponent <= 20 else { return nil }
    return Integer((isNegative ? "-" : "") + digits + String(repeating: "0", count: exponent))
  }
}
