extension String {
  /// The number of terminal columns that the text takes: two for a character of a wide script and
  /// for an emoji, none for a mark that combines with the character before it.
  var displayWidth: Int {
    utf8.count == count && utf8.allSatisfy { $0 < 0x80 }
      ? utf8.count : reduce(0) { $0 + $1.displayWidth }
  }

  /// Returns the text if it fits into `width` columns. Otherwise returns the beginning that fits,
  /// with "…" for the rest.
  func fitted(to width: Int) -> String {
    guard displayWidth > width else { return self }
    var (text, room) = ("", width - 1)
    for character in self {
      room -= character.displayWidth
      guard room >= 0 else { break }
      text.append(character)
    }
    return width > 0 ? text + "…" : ""
  }

  /// Returns the text with spaces after it, up to `width` columns.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }
}

extension Character {
  fileprivate var displayWidth: Int {
    if unicodeScalars.contains(where: { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }) {
      return 2
    }
    guard let first = unicodeScalars.first else { return 0 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return first.isWide ? 2 : 1
    }
  }
}

extension Unicode.Scalar {
  /// Whether Unicode's East Asian Width is Wide or Fullwidth, decided by whole blocks.
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
