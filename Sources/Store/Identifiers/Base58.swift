/// Base58 with Bitcoin's alphabet. The alphabet has the order of ASCII, so texts of the same length
/// sort like their numbers.
enum Base58 {
  /// The number of bits in each digit of a number.
  static let digitBits: UInt64 = 28

  private static let alphabet = Array(
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)

  /// Returns a number of any size as text of a fixed length.
  ///
  /// - Parameter digits: The digits of the number, highest first.
  static func text(_ digits: [UInt64], length: Int) -> String {
    var digits = digits
    return String(unsafeUninitializedCapacity: length) { text in
      for place in (0..<length).reversed() { text[place] = alphabet[remainder(&digits)] }
      return length
    }
  }

  /// Divides the number by 58 in place, and returns the remainder.
  private static func remainder(_ digits: inout [UInt64]) -> Int {
    var rest: UInt64 = 0
    for index in digits.indices {
      let value = rest << digitBits | digits[index]
      digits[index] = value / 58
      rest = value % 58
    }
    return Int(rest)
  }
}
