internal import ProtobufRuntime

extension String {
  /// The text as one word of a POSIX shell, quoted if necessary.
  ///
  /// A text with characters that must not be shown as they are has the escapes of `$'…'`. A shell
  /// reads them as the same text.
  var shellQuoted: String {
    let isPlain =
      !isEmpty
      && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./:@%+=,".contains($0)) }
    if isPlain { return self }
    guard firstDeceptive != nil else { return "'" + replacing("'", with: "'\\''") + "'" }
    return "$'" + utf8.map(Self.shellEscape).joined() + "'"
  }

  private static func shellEscape(_ byte: UInt8) -> String {
    let isPlain = (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "'")
    guard !isPlain || byte == UInt8(ascii: "\\") else { return String(Unicode.Scalar(byte)) }
    let digits = String(byte, radix: 8)
    return "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }
}
