/// Which characters beyond ASCII an identifier may have: the IdentifierClass of PRECIS (RFC 8264,
/// section 4.2), with what Swift knows of Unicode.
extension Unicode.Scalar {
  /// Whether it is a letter, a digit or a mark that can be seen and stands for itself alone.
  var isIdentifier: Bool {
    isPartOfWord && !properties.isDefaultIgnorableCodePoint && !hasCompatibilityEquivalent
      && !Self.disallowed.contains { $0.contains(value) }
  }

  /// Letters and marks that RFC 5892 disallows by name: what only stretches or repeats a letter
  /// (section 2.6), and the marks of symbols and of music (section 2.4).
  private static let disallowed: [ClosedRange<UInt32>] = [
    0x640...0x640, 0x7FA...0x7FA, 0x20D0...0x20FF, 0x302E...0x302F, 0x3031...0x3035,
    0x303B...0x303B, 0x1D100...0x1D24F,
  ]

  /// Whether NFKC makes another character of it (RFC 8264, section 9.17), as k of U+212A KELVIN SIGN
  /// and fi of U+FB01: lower case aside, which may be had back.
  ///
  /// Swift only knows of the change that NFKC and full case folding make together. That is
  /// all there is to a letter which is lower case already, but for those of ``foldedOnly``.
  private var hasCompatibilityEquivalent: Bool {
    guard properties.changesWhenNFKCCaseFolded else { return false }
    let lower = properties.lowercaseMapping.unicodeScalars
    guard !lower.elementsEqual([self]) else { return !Self.foldedOnly.contains(self) }
    // Its lower case is that of another letter, which is to be typed instead. (As scalars: strings
    // that NFC makes the same are equal.)
    let upper = lower.map(\.properties.uppercaseMapping).joined().composed
    guard upper.unicodeScalars.elementsEqual([self]) || self == "ẞ" else { return true }
    return lower.contains(where: \.hasCompatibilityEquivalent)
  }

  /// Lower case letters that case folding changes and NFKC doesn't, and that are letters of their own
  /// all the same (RFC 5892, section 2.6).
  private static let foldedOnly: Set<Unicode.Scalar> = ["ß", "ς"]

  /// A letter, a mark or a digit.
  var isPartOfWord: Bool { isLetter || isMark || properties.generalCategory == .decimalNumber }

  var isLetter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  var isMark: Bool { [.nonspacingMark, .spacingMark].contains(properties.generalCategory) }

  /// A part of a Korean syllable, which stays one only if there is no such syllable (RFC 8264, section 9.9).
  var isOldHangul: Bool {
    (0x1100...0x11FF).contains(value) || (0xA960...0xA97F).contains(value)
      || (0xD7B0...0xD7FF).contains(value)
  }

  /// As in Hebrew and Arabic: the blocks whose letters are of bidi class R or AL.
  var isWrittenFromTheRight: Bool {
    (0x0590...0x08FF).contains(value) || (0xFB1D...0xFDFF).contains(value)
      || (0xFE70...0xFEFC).contains(value) || (0x10800...0x10FFF).contains(value)
      || (0x1E800...0x1EFFF).contains(value)
  }
}
