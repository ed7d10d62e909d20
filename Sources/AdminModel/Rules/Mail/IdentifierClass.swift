/// The characters beyond ASCII that an identifier may have: the IdentifierClass of PRECIS (RFC
/// 8264, section 4.2), as far as Swift's Unicode properties can express it.
extension Unicode.Scalar {
  /// Whether the character is a letter, a digit or a mark that is visible and stands only for
  /// itself.
  var isIdentifier: Bool {
    isPartOfWord && !properties.isDefaultIgnorableCodePoint && !hasCompatibilityEquivalent
      && !Self.disallowed.contains { $0.contains(value) }
  }

  /// Letters and marks that RFC 5892 disallows by name: those that only stretch or repeat a letter
  /// (section 2.6), and the marks of symbols and of music (section 2.4).
  private static let disallowed: [ClosedRange<UInt32>] = [
    0x640...0x640, 0x7FA...0x7FA, 0x20D0...0x20FF, 0x302E...0x302F, 0x3031...0x3035,
    0x303B...0x303B, 0x1D100...0x1D24F,
  ]

  /// Whether NFKC changes the character to another one (RFC 8264, section 9.17), such as U+212A
  /// KELVIN SIGN to k and U+FB01 to fi. Lower case doesn't count, since it can be undone.
  ///
  /// Swift only knows the combined change of NFKC and full case folding. For a letter that is lower
  /// case already, that is NFKC's change, except for those in ``foldedOnly``.
  private var hasCompatibilityEquivalent: Bool {
    guard properties.changesWhenNFKCCaseFolded else { return false }
    let lower = properties.lowercaseMapping.unicodeScalars
    guard !lower.elementsEqual([self]) else { return !Self.foldedOnly.contains(self) }
    // Its lower case is that of another letter, which the user should type instead. (Scalars are
    // compared, since strings are equal if NFC makes them the same.)
    let upper = lower.map(\.properties.uppercaseMapping).joined().composed
    guard upper.unicodeScalars.elementsEqual([self]) || self == "ẞ" else { return true }
    return lower.contains(where: \.hasCompatibilityEquivalent)
  }

  /// Lower case letters that case folding changes and NFKC doesn't. They are letters of their own
  /// nevertheless (RFC 5892, section 2.6).
  private static let foldedOnly: Set<Unicode.Scalar> = ["ß", "ς"]

  /// Whether the character is a letter, a mark or a digit.
  var isPartOfWord: Bool { isLetter || isMark || properties.generalCategory == .decimalNumber }

  var isLetter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  var isMark: Bool { [.nonspacingMark, .spacingMark].contains(properties.generalCategory) }

  /// Whether the character is a part of a Korean syllable. Such a part remains after composition
  /// only if there is no such syllable (RFC 8264, section 9.9).
  var isOldHangul: Bool {
    (0x1100...0x11FF).contains(value) || (0xA960...0xA97F).contains(value)
      || (0xD7B0...0xD7FF).contains(value)
  }

  /// Whether the character is written from right to left, as in Hebrew and Arabic. These are the
  /// blocks whose letters are of bidi class R or AL.
  var isWrittenFromTheRight: Bool {
    (0x0590...0x08FF).contains(value) || (0xFB1D...0xFDFF).contains(value)
      || (0xFE70...0xFEFC).contains(value) || (0x10800...0x10FFF).contains(value)
      || (0x1E800...0x1EFFF).contains(value)
  }
}
