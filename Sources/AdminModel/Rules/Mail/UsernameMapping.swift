// The standard library can compose and decompose text, but offers it only through its system
// interface. Foundation offers it too, with ICU, which is fifteen times as large as a plugin.
@_spi(_Unicode) private import Swift

/// The mappings of the PRECIS profile UsernameCaseMapped (RFC 8265, section 3.3).
extension String {
  /// The text with ASCII characters in place of full-width ones (RFC 8264, section 5.2.1).
  var widthMapped: String {
    String(String.UnicodeScalarView(unicodeScalars.map(\.widthMapped)))
  }

  /// The text in Unicode's lower case, letter by letter. No letter is folded into another, such as
  /// ß into ss.
  var caseMapped: String {
    unicodeScalars.map(\.properties.lowercaseMapping).joined().composed
  }

  /// The text in normalization form C.
  var composed: String {
    String(String.UnicodeScalarView(_nfc))
  }
}

extension Unicode.Scalar {
  /// The ASCII character that a full-width one stands for; any other character itself.
  var widthMapped: Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(value) else { return self }
    return Unicode.Scalar(value - 0xFEE0) ?? self
  }
}
