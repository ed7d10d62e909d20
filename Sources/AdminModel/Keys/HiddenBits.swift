/// An estimate of how many bits of a secret a hint keeps hidden. The estimate is low: where the
/// form of a text isn't known, the form that is easiest to guess counts.
enum HiddenBits {
  private static let ofDigit = 3.32
  private static let ofHexadecimalDigit = 4.0
  private static let ofLetter = 4.7
  private static let ofLetterOrDigit = 5.16
  private static let ofEitherCase = 5.85
  /// A word that a person remembers, from a list of 4096.
  private static let ofWord = 12.0

  /// Returns the bits that a hint leaves out of a text.
  ///
  /// - Parameters:
  ///   - head: How many of the first bytes the hint shows.
  ///   - tail: How many of the last bytes the hint shows.
  static func count(in text: [UInt8], head: Int, tail: Int) -> Double {
    let hidden = text.dropFirst(head).dropLast(tail)
    if let random = randomDigits(ofUUID: text) {
      return Double(hidden.indices.count(where: random.contains)) * ofHexadecimalDigit
    }
    if let signature = signature(ofToken: text) { return alphabet(hidden[after: signature]) }
    return min(alphabet(hidden), words(hidden, of: text))
  }

  /// Returns the bits of a text where every character counts as one of the smallest alphabet that
  /// contains them all. Separators count nothing.
  private static func alphabet(_ hidden: ArraySlice<UInt8>) -> Double {
    let characters = hidden.filter(\.isLetterOrDigit)
    return Double(characters.count) * bits(ofEach: characters)
  }

  private static func bits(ofEach characters: [UInt8]) -> Double {
    let hasLower = characters.contains(where: \.isLower)
    let hasUpper = characters.contains(where: \.isUpper)
    if !hasLower && !hasUpper { return ofDigit }
    if characters.allSatisfy(\.isHexadecimal) { return ofHexadecimalDigit }
    if hasLower && hasUpper { return ofEitherCase }
    return characters.contains(where: \.isDigit) ? ofLetterOrDigit : ofLetter
  }

  /// Returns the bits of a text that consists of words; infinity for any other text. Each word
  /// counts as one choice. Words are letters of one case, with separators between them.
  private static func words(_ hidden: ArraySlice<UInt8>, of text: [UInt8]) -> Double {
    let parts = text.split { !$0.isLetterOrDigit }
    let areWords = parts.allSatisfy { part in
      part.allSatisfy(\.isLower) || part.dropFirst().allSatisfy(\.isLower)
        || part.allSatisfy(\.isUpper)
    }
    guard parts.count > 1, areWords else { return .infinity }
    return Double(hidden.split { !$0.isLetterOrDigit }.count) * ofWord
  }

  /// Returns the positions of a UUID's random digits; nil for any other text. Only version 4 is
  /// random, except for two digits that state the version and the variant. The other versions hold
  /// a time or a name, so none of their digits count.
  private static func randomDigits(ofUUID text: [UInt8]) -> [Int]? {
    let dashes = [8, 13, 18, 23]
    let isUUID =
      text.count == 36
      && text.indices.allSatisfy {
        dashes.contains($0) ? text[$0] == UInt8(ascii: "-") : text[$0].isHexadecimal
      }
    guard isUUID else { return nil }
    guard text[14] == UInt8(ascii: "4") else { return [] }
    return text.indices.filter { !dashes.contains($0) && $0 != 14 && $0 != 19 }
  }

  /// Returns the position of the last dot of a JSON Web Token; nil for any other text. Only the
  /// signature after it is secret, since the rest can be guessed.
  private static func signature(ofToken text: [UInt8]) -> Int? {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count >= 3, text.starts(with: "eyJ".utf8) else { return nil }
    return text.lastIndex(of: UInt8(ascii: "."))
  }
}

extension ArraySlice<UInt8> {
  fileprivate subscript(after index: Int) -> ArraySlice<UInt8> {
    self[Swift.min(Swift.max(startIndex, index + 1), endIndex)...]
  }
}

extension UInt8 {
  fileprivate var isLower: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
  fileprivate var isUpper: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isLetterOrDigit: Bool { isLower || isUpper || isDigit }
  fileprivate var isHexadecimal: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
      || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(self)
  }
}
