internal import AdminProtos

/// A text in which people look for words by their beginnings, whatever their case.
///
/// A word begins with a letter or digit after anything else, and with every ideograph, since Chinese
/// has no spaces. An index knows a text by the first three bytes from each such place on.
struct SearchText: Hashable {
  fileprivate static let partLength = 3

  private let bytes: [UInt8]
  /// Where words begin.
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

  /// What people know a user by.
  init(of user: UserRecord) {
    self.init("\(user.name)\n\(user.email)")
  }

  /// Each once. What is too near to the end to be looked for is left out.
  var parts: Set<[UInt8]> {
    Set(
      starts.filter { $0 + Self.partLength <= bytes.count }
        .map { Array(bytes[$0..<$0 + Self.partLength]) })
  }

  /// Whether a word begins with each of those that are looked for.
  func matches(_ query: SearchQuery) -> Bool {
    query.words.allSatisfy { word in starts.contains { bytes[$0...].starts(with: word) } }
  }
}

/// The words that are looked for, with spaces between them.
struct SearchQuery: Hashable {
  /// How many bytes it may have.
  static let longest = 100
  /// How many bytes one of its words must have, so that an index can be asked for it.
  static let shortestWord = SearchText.partLength

  fileprivate let words: [[UInt8]]
  /// The part by which an index is asked for texts that may match.
  let part: [UInt8]

  /// Creates a query; nil where it is too long, or no word of it is long enough.
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
