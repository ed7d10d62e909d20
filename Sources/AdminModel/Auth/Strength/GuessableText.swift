/// A password or a name as an attacker reads it, character by character.
struct GuessableText: Hashable {
  /// The characters in lower case.
  let scalars: [Unicode.Scalar]
  /// The same, with one letter for all characters that look like it: "p@ssw0rd" reads as
  /// "password".
  let skeleton: [Unicode.Scalar]

  init(_ text: String) {
    scalars = text.unicodeScalars.map(\.lowered)
    skeleton = scalars.map { Self.lookalikes[$0] ?? $0 }
  }

  /// The skeleton without the characters that only separate words.
  var joined: [Unicode.Scalar] {
    zip(scalars, skeleton).filter { $0.0.isPartOfWord }.map(\.1)
  }

  /// All upright strokes map to the same letter, since a 1 can stand for an i or an l.
  private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "o", "1": "i", "l": "i", "!": "i", "|": "i", "3": "e", "4": "a", "@": "a", "5": "s",
    "$": "s", "7": "t", "+": "t",
  ]
}

extension Unicode.Scalar {
  /// The character in lower case, and in normal width, as one character.
  fileprivate var lowered: Unicode.Scalar {
    widthMapped.properties.lowercaseMapping.unicodeScalars.first ?? self
  }
}
