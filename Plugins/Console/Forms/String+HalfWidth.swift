extension String {
  /// The text without the spaces around it, and with the full-width letters, digits and signs that
  /// Japanese keyboards type, such as "＠", as those of ASCII. (Unicode, "Halfwidth and Fullwidth
  /// Forms")
  var halfWidth: String {
    let scalars = unicodeScalars.map { scalar in
      (0xFF01...0xFF5E).contains(scalar.value)
        ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }
    return String(String.UnicodeScalarView(scalars)).trimmed
  }
}
