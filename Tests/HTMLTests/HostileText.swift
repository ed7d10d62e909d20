import Randomness

extension SeededRandom {
  /// Returns a text of what ends elements, attributes and comments, and of characters that HTML
  /// forbids or that parsers change.
  mutating func hostileText() -> String {
    (0..<Int.random(in: 0...8, using: &self)).map { _ in piece() }.joined()
  }

  private mutating func piece() -> String {
    if oneIn(4) { return String(scalar()) }
    return Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &self)]
  }

  /// Returns a character near those that HTML forbids, or any other.
  private mutating func scalar() -> Character {
    let planes: [ClosedRange<UInt32>] = [
      0...0xFF, 0x2000...0x206F, 0xFDCC...0xFDF3, 0xFFFA...0x10003, 0x10FFFA...0x10FFFF,
      0...0x10FFFF,
    ]
    let plane = planes[Int.random(in: 0..<planes.count, using: &self)]
    return Character(Unicode.Scalar(.random(in: plane, using: &self)) ?? "\u{FFFD}")
  }

  private static let pieces = [
    "<", ">", "\"", "'", "&", "&amp", "&lt;", "&#0;", "&#x80;", "</div>", "</title>", "</textarea>",
    "<script>", "</script>", "<!--", "-->", "]]>", "<![CDATA[", "<svg>", " onclick=a ", "=", ".",
    "\0", "\u{B}", "\u{7F}", "\u{85}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\r\n", "\r", "\n",
    "\t", "\u{C}", " ", "鍵", "e\u{301}", "👩‍👧", "plain",
  ]
}

extension String {
  /// The text as a parser returns it after it was written.
  var parsed: String {
    var text = ""
    for scalar in unicodeScalars {
      text.unicodeScalars.append(scalar.isForbidden ? "\u{FFFD}" : scalar)
    }
    return text.withLineFeeds
  }

  /// The text with each end of a line as a line feed, as every parser begins.
  var withLineFeeds: String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "\n", text.last == "\r" { text.removeLast() }
      text.append(scalar)
    }
    return String(String.UnicodeScalarView(text.map { $0 == "\r" ? "\n" : $0 }))
  }
}

extension Unicode.Scalar {
  /// Whether HTML forbids the character: a control that is no space, or a noncharacter.
  var isForbidden: Bool {
    switch value {
    case 0x09, 0x0A, 0x0C, 0x0D: false
    default: properties.generalCategory == .control || properties.isNoncharacterCodePoint
    }
  }
}
