/// What a caller searches for: the beginnings of words, separated by spaces, or a whole id.
struct SearchQuery: Hashable {
  /// The maximum length of a query, in bytes.
  static let maximumLength = 100

  /// The query as it was typed, without the spaces around it.
  let text: String
  private let words: [[UInt8]]
  /// The parts under which an index finds the texts that may match. Every text that matches has
  /// each of them. The longest come first, since few texts have a long part.
  let parts: [[UInt8]]

  /// Creates a query; nil if the text is too long, or none of its words is long enough for an
  /// index.
  init?(_ text: String) {
    let pieces = text.split(whereSeparator: \.isWhitespace).map { piece in
      // No word begins with another character, so an "@" before a domain is left out.
      String(piece.drop { !$0.isLetter && !$0.isNumber })
    }
    words = pieces.filter { !$0.isEmpty }.map { Array($0.lowercased().utf8) }
    var parts: [[UInt8]] = []
    for part in pieces.flatMap({ SearchText($0).longestParts }) where !parts.contains(part) {
      parts.append(part)
    }
    guard text.utf8.count <= Self.maximumLength, !parts.isEmpty else { return nil }
    self.parts = parts.sorted { $0.count > $1.count }
    self.text = text.trimmingSpaces
  }

  /// Returns whether each word of the query begins a word of the text.
  func matches(_ text: SearchText) -> Bool {
    words.allSatisfy(text.hasWord)
  }

  /// The query, if it is an id of this kind.
  func id(of kind: AdminKind) -> String? { kind.matches(text) ? text : nil }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension Violations {
  /// Checks a query. Returns it, if an index can serve it.
  mutating func checkQuery(_ text: String, field: String = "query") -> SearchQuery? {
    guard let query = SearchQuery(text) else {
      add(
        field, "LENGTH",
        "must have a word of at least \(SearchText.shortestPart) bytes, and at most "
          + "\(SearchQuery.maximumLength) bytes in all")
      return nil
    }
    return query
  }

  /// Checks the query of a list. Returns nil for an empty one, which selects nothing.
  mutating func checkOptionalQuery(_ text: String) -> SearchQuery? {
    text.isEmpty ? nil : checkQuery(text)
  }
}
