/// A text in both languages. They stand side by side, so that none can be missing.
struct Phrase: Hashable, Sendable {
  private let japanese: String
  private let english: String

  init(ja japanese: String, en english: String) {
    self.japanese = japanese
    self.english = english
  }

  func text(in language: Language) -> String {
    switch language {
    case .japanese: japanese
    case .english: english
    }
  }
}

extension Phrase {
  /// Creates a text that is the same in every language, such as a name.
  init(verbatim text: String) { self.init(ja: text, en: text) }
}

/// The plural of English. Japanese has none.
extension Int {
  /// Returns the number with the noun that fits it, such as "1 key" and "2 keys".
  func of(_ one: String, _ other: String) -> String { "\(self) \(self == 1 ? one : other)" }
}
