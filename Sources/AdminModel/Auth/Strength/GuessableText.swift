/// A password or a name as a guesser sees it, character by character.
struct GuessableText: Hashable {
  /// The characters in lower case.
  let scalars: [Unicode.Scalar]
  /// The same, with one letter for all that are written for it: "p@ssw0rd" reads as "password".
  let skeleton: [Unicode.Scalar]

  init(_ text: String) {
    scalars = text.unicodeScalars.map(\.lowered)
    skeleton = scalars.map { Self.lookalikes[$0] ?? $0 }
  }

  /// The skeleton without what only separates words.
  var joined: [Unicode.Scalar] {
    zip(scalars, skeleton).filter { $0.0.isPartOfWord }.map(\.1)
  }

  /// Upright strokes are all one, since nobody can say whether a 1 is an i or an l.
  private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "o", "1": "i", "l": "i", "!": "i", "|": "i", "3": "e", "4": "a", "@": "a", "5": "s",
    "$": "s", "7": "t", "+": "t",
  ]
}

extension Unicode.Scalar {
  /// Its lower case, of full width or not, as one character.
  fileprivate var lowered: Unicode.Scalar {
    widthMapped.properties.lowercaseMapping.unicodeScalars.first ?? self
  }
}
