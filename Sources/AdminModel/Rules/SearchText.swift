internal import AdminProtos

/// A text that can be searched for words by their beginnings, in any case.
///
/// A word begins with a letter or digit that follows another character. Every ideograph also begins
/// a word, since Chinese has no spaces. An index stores a text under the first three bytes of each
/// word.
struct SearchText: Hashable {
  fileprivate static let partLength = 3

  private let bytes: [UInt8]
  /// The positions where words begin.
  private let starts: [Int]

  init(_ text: String) {
    var (bytes, starts, isInWord) = ([UInt8](), [Int](), false)
    for character in text.lowercased() {
      let isWord = character.isLetter || character.isNumber
      if isWord && (!isInWord || character.isIdeographic) { starts.append(bytes.count) }
      isInWord = isWord
      bytes += character.utf8
    }
    (self.bytes, self.starts) = (bytes, starts)
  }

  /// Creates the text of a user's name and address.
  init(of user: UserRecord) {
    self.init("\(user.name)\n\(user.email)")
  }

  /// The parts without duplicates. Words that begin too near to the end to be searched for are left
  /// out.
  var parts: Set<[UInt8]> {
    Set(
      starts.filter { $0 + Self.partLength <= bytes.count }
        .map { Array(bytes[$0..<$0 + Self.partLength]) })
  }

  /// Returns whether each word of the query is the beginning of a word of the text.
  func matches(_ query: SearchQuery) -> Bool {
    query.words.allSatisfy { word in starts.contains { bytes[$0...].starts(with: word) } }
  }
}

/// The words of a search, separated by spaces.
struct SearchQuery: Hashable {
  /// The maximum length of a query, in bytes.
  static let longest = 100
  /// The minimum length of one of its words, in bytes, so that an index can be used.
  static let shortestWord = SearchText.partLength

  fileprivate let words: [[UInt8]]
  /// The part under which an index finds texts that may match.
  let part: [UInt8]

  /// Creates a query; nil if the text is too long, or none of its words is long enough.
  init?(_ text: String) {
    words = text.lowercased().split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
    guard text.utf8.count <= Self.longest,
      let word = words.first(where: { $0.count >= Self.shortestWord })
    else { return nil }
    part = Array(word.prefix(Self.shortestWord))
  }
}

extension Character {
  fileprivate var isIdeographic: Bool {
    unicodeScalars.first?.properties.isIdeographic ?? false
  }
}
