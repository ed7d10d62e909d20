/// The rules for language tags, such as "ja" and "zh-Hant-TW" (BCP 47; the grammar is that of
/// RFC 5646, section 2.1). The tags that RFC 5646 keeps for their age alone, such as "i-klingon",
/// are refused.
enum LanguageTag {
  static let maximumLength = 35

  static func isWellFormed(_ tag: String) -> Bool {
    guard tag.utf8.count <= maximumLength else { return false }
    let subtags = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .map(Subtag.init)
    guard subtags.allSatisfy(\.isWellFormed) else { return false }
    var rest = subtags[...]
    if rest.first?.isPrivate != true {
      guard let language = rest.popFirst(), language.isLanguage else { return false }
      skip(&rest, atMost: language.length <= 3 ? 3 : 0) { $0.isLetters && $0.length == 3 }
      skip(&rest, atMost: 1) { $0.isLetters && $0.length == 4 }
      skip(&rest, atMost: 1, where: \.isRegion)
      skip(&rest, where: \.isVariant)
      while let extended = rest.first, extended.length == 1, !extended.isPrivate {
        rest.removeFirst()
        guard skip(&rest, where: { $0.length >= 2 }) > 0 else { return false }
      }
    }
    guard let last = rest.popFirst() else { return true }
    return last.isPrivate && !rest.isEmpty
  }

  /// Removes the subtags at the start that meet a condition. Returns how many.
  @discardableResult
  private static func skip(
    _ subtags: inout ArraySlice<Subtag>, atMost limit: Int = .max,
    where isMeant: (Subtag) -> Bool
  ) -> Int {
    let count = subtags.prefix(limit).prefix(while: isMeant).count
    subtags.removeFirst(count)
    return count
  }

  /// A part of a tag between hyphens.
  private struct Subtag {
    let length: Int
    let isLetters: Bool
    let isDigits: Bool
    let isWellFormed: Bool
    let beginsWithDigit: Bool
    let isPrivate: Bool

    init(_ bytes: Substring.UTF8View.SubSequence) {
      func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
      func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
      length = bytes.count
      isLetters = bytes.allSatisfy(isLetter)
      isDigits = bytes.allSatisfy(isDigit)
      beginsWithDigit = bytes.first.map(isDigit) ?? false
      isWellFormed = (1...8).contains(length) && bytes.allSatisfy { isLetter($0) || isDigit($0) }
      isPrivate = length == 1 && (bytes.first ?? 0) | 0x20 == UInt8(ascii: "x")
    }

    var isLanguage: Bool { isLetters && length >= 2 }
    var isRegion: Bool { isLetters && length == 2 || isDigits && length == 3 }
    var isVariant: Bool { length >= 5 || length == 4 && beginsWithDigit }
  }
}
