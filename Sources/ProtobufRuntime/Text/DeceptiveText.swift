/// Checks for characters that deceive a reader. A terminal obeys them, doesn't show them, or shows
/// the characters around them in another order.
extension Unicode.Scalar {
  /// Whether the character deceives in any place: the controls (C0, DEL, C1), the characters that
  /// set the direction of text, spaces without width, line and paragraph separators, and tags.
  package var isDeceptive: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0xAD, 0x061C, 0x180E, 0x200B, 0x200E...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// Whether the character joins the characters beside it or keeps them from joining, and has no
  /// width. It deceives unless these characters can be joined.
  package var isJoiner: Bool { value == 0x200C || value == 0x200D }

  /// Whether the character is part of an emoji that can be joined with others.
  private var isEmojiPart: Bool {
    value > 0xFF && (properties.isEmoji || properties.isEmojiModifier || value == 0xFE0F)
  }

  /// Whether the character is a letter or mark of a script that joins letters: the scripts from
  /// Arabic to Mandaic, the scripts of India, Sinhala, Tibetan, Burmese, Khmer and Mongolian, and
  /// the forms of Arabic.
  private var isJoiningLetter: Bool {
    switch value {
    case 0x0620...0x085F, 0x08A0...0x0DFF, 0x0F00...0x109F, 0x1780...0x18AF, 0xFB50...0xFDFF,
      0xFE70...0xFEFC:
      properties.isAlphabetic || properties.canonicalCombiningClass != .notReordered
    default: false
    }
  }

  /// Returns whether a joiner between the two characters has something to join.
  fileprivate func isJoined(to next: Unicode.Scalar, by joiner: Unicode.Scalar) -> Bool {
    if isJoiningLetter && next.isJoiningLetter { return true }
    return joiner.value == 0x200D && isEmojiPart && next.isEmojiPart
  }
}

extension String {
  /// The first character of the text that deceives a reader.
  package var firstDeceptive: Unicode.Scalar? {
    guard !isPlain else { return nil }
    let scalars = unicodeScalars
    return scalars.indices.first { scalars.isDeceptive(at: $0) }.map { scalars[$0] }
  }

  /// The text on one line, with an escape for every character that deceives. A name from the store
  /// must never move the cursor or change the colours of a terminal.
  package var singleLine: String {
    guard !isPlain else { return self }
    let scalars = unicodeScalars
    return scalars.indices.reduce(into: "") { text, index in
      let scalar = scalars[index]
      guard scalars.isDeceptive(at: index) else { return text.unicodeScalars.append(scalar) }
      switch scalar {
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      default: text += "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
  }

  /// Whether the text is only printable ASCII, as nearly every text is.
  private var isPlain: Bool { utf8.allSatisfy { (0x20...0x7E).contains($0) } }
}

extension String.UnicodeScalarView {
  fileprivate func isDeceptive(at index: Index) -> Bool {
    let scalar = self[index]
    guard scalar.isJoiner else { return scalar.isDeceptive }
    let next = self.index(after: index)
    guard index > startIndex, next < endIndex else { return true }
    return !self[self.index(before: index)].isJoined(to: self[next], by: scalar)
  }
}
