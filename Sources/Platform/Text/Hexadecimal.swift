/// Bytes and numbers as hexadecimal digits, in lower case.
public enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Returns the digit of a value from 0 to 15, in ASCII.
  public static func digit(_ value: Int) -> UInt8 { digits[value] }

  /// Returns two digits for each byte.
  public static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }, as: UTF8.self)
  }

  /// Returns the digits of a number, with zeros before them up to a width.
  public static func text(_ number: some UnsignedInteger, width: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// Returns the bytes of a text in ASCII. Returns nil unless it consists only of pairs of
  /// lower-case digits, so that the same bytes never have two texts.
  public static func bytes(_ text: some Collection<UInt8>) -> [UInt8]? {
    let values = text.compactMap { digits.firstIndex(of: $0).map(UInt8.init) }
    guard values.count == text.count, values.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
  }
}

extension Unicode.Scalar {
  /// The name of the code point, such as "U+00AD".
  public var codePointName: String {
    "U+" + Hexadecimal.text(value, width: 4).uppercased()
  }
}
