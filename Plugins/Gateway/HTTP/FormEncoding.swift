/// The encoding of names and values in queries and forms. (WHATWG URL, section 5)
enum FormEncoding {
  /// Returns the text that percent-encoding stands for. `+` stands for a space.
  ///
  /// - Returns: nil unless the text is percent-encoded UTF-8 without NUL.
  static func decode(_ text: some StringProtocol) -> String? {
    let spaced = text.utf8.lazy.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }
    guard let bytes = PercentEncoding.decode(spaced), !bytes.contains(0) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }
}
