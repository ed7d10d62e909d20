/// Numbers in the form in which the programs and plugins here exchange them: text, with spaces
/// between.
public enum NumberText {
  public static func bytes(_ numbers: [Double]) -> [UInt8] {
    Array(numbers.map { "\($0)" }.joined(separator: " ").utf8)
  }

  public static func numbers(_ bytes: some Sequence<UInt8>) -> [Double] {
    String(decoding: Array(bytes), as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .compactMap { Double($0) }
  }
}
