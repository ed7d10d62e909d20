/// Bitcoin's alphabet, whose order is that of ASCII: so texts of one length sort like the numbers they are.
enum Base58 {
  /// How many bits each digit of a number has.
  static let digitBits: UInt64 = 28

  private static let alphabet = Array(
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)

  /// Returns a number of any size, in digits from the highest, as text of a fixed length.
  static func text(_ digits: [UInt64], length: Int) -> String {
    var digits = digits
    return String(unsafeUninitializedCapacity: length) { text in
      for place in (0..<length).reversed() { text[place] = alphabet[remainder(&digits)] }
      return length
    }
  }

  /// Divides by 58 in place.
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
