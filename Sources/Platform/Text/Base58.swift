/// Base58 with Bitcoin's alphabet. The alphabet has the order of ASCII, so texts of the same length
/// sort like their numbers.
public enum Base58 {
  /// The letters, from that of 0 to that of 57. They leave out 0, O, I and l.
  public static let letters = Array(
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)
  private static let alphabet = Set(letters)

  /// The number of bits in each digit of a number.
  public static let digitBits: UInt64 = 28

  /// Returns whether a byte is the ASCII code of a letter.
  public static func isLetter(_ byte: UInt8) -> Bool { alphabet.contains(byte) }

  /// Returns a number of any size as text of a fixed length.
  ///
  /// - Parameter digits: The digits of the number, highest first.
  public static func text(_ digits: [UInt64], length: Int) -> String {
    var digits = digits
    return String(unsafeUninitializedCapacity: length) { text in
      for place in (0..<length).reversed() { text[place] = letters[remainder(&digits)] }
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
