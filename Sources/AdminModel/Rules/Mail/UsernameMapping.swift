// The standard library composes and decomposes, but shows it to those alone who ask for its system
// interface. Foundation would do it too, with ICU, which is fifteen times as large as a plugin.
@_spi(_Unicode) private import Swift

/// The mappings of the PRECIS profile UsernameCaseMapped (RFC 8265, section 3.3).
extension String {
  /// With ASCII characters for those of full width (RFC 8264, section 5.2.1).
  var widthMapped: String {
    String(String.UnicodeScalarView(unicodeScalars.map(\.widthMapped)))
  }

  /// In Unicode's lower case, letter by letter: no letter is folded into another, as ß into ss.
  var caseMapped: String {
    unicodeScalars.map(\.properties.lowercaseMapping).joined().composed
  }

  /// In normalization form C.
  var composed: String {
    String(String.UnicodeScalarView(_nfc))
  }
}

extension Unicode.Scalar {
  /// The ASCII character that one of full width stands for; any other itself.
  var widthMapped: Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(value) else { return self }
    return Unicode.Scalar(value - 0xFEE0) ?? self
  }
}
