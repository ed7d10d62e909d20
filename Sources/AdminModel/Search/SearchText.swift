/// A text that can be searched for words by their beginnings, in any case.
///
/// A word begins with a letter or digit that follows another character. Every ideograph also begins
/// a word, since Japanese and Chinese have no spaces. What begins at a word reaches to the next
/// space, so "ada@acme.com" can be found as a whole, as "acme.com" and as "com".
struct SearchText: Hashable {
  /// The lengths of the beginnings under which an index stores a word, in bytes. A short query has
  /// the first, and a long query needs to read only the few texts that share the last.
  static let partLengths = [shortestPart, 3, 6, longestPart]
  static let shortestPart = 2
  private static let longestPart = 12

  /// The number of words that can be found. What follows them is left out, so that a long name
  /// costs no more than its index is worth.
  static let maximumWords = 64

  private static let space = UInt8(ascii: " ")
  /// The lowest byte with which a character of three bytes or more begins.
  private static let firstOfThree: UInt8 = 0xE0

  private let bytes: [UInt8]
  /// The positions where words begin.
  private let starts: [Int]

  /// Creates a text of several, such as a name and an address. Put those first whose words must not
  /// be left out.
  init(_ texts: String...) {
    var (bytes, starts, isInWord) = ([UInt8](), [Int](), false)
    for character in texts.joined(separator: " ").lowercased() {
      let isWord = character.isLetter || character.isNumber
      if isWord && (!isInWord || character.isIdeographic) {
        guard starts.count < Self.maximumWords else { break }
        starts.append(bytes.count)
      }
      isInWord = isWord
      bytes += character.isWhitespace ? [Self.space] : Array(character.utf8)
    }
    (self.bytes, self.starts) = (bytes, starts)
  }

  /// The beginnings under which an index stores the text, without duplicates. Words that are
  /// shorter than the first length are left out.
  var parts: Set<[UInt8]> {
    Set(starts.flatMap { start in lengths(at: start).map { part(at: start, $0) } })
  }

  /// The longest beginning of each word, for a text that is a word to search for: each is a part of
  /// every text in which the word occurs.
  var longestParts: [[UInt8]] {
    starts.compactMap { start in lengths(at: start).last.map { part(at: start, $0) } }
  }

  /// Returns whether this word begins a word of the text.
  func hasWord(beginningWith word: [UInt8]) -> Bool {
    starts.contains { bytes[$0...].starts(with: word) }
  }

  private func lengths(at start: Int) -> [Int] {
    let length = bytes[start...].prefix(Self.longestPart).prefix { $0 != Self.space }.count
    // Two bytes of an ideograph would be shared by too many others.
    let shortest = bytes[start] < Self.firstOfThree ? Self.shortestPart : Self.shortestPart + 1
    return Self.partLengths.filter { $0 >= shortest && $0 <= length }
  }

  private func part(at start: Int, _ length: Int) -> [UInt8] {
    Array(bytes[start..<start + length])
  }
}

extension Character {
  fileprivate var isIdeographic: Bool {
    unicodeScalars.first?.properties.isIdeographic ?? false
  }
}
