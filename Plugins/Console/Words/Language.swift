/// A language of the console. Both are equal in rank.
enum Language: String, CaseIterable, Sendable {
  case japanese = "ja"
  case english = "en"

  /// The name of the language in the language itself.
  var ownName: String {
    switch self {
    case .japanese: "日本語"
    case .english: "English"
    }
  }

  /// Returns the language for a person: the choice of their account, else that of their browser's
  /// settings cookie, else the first that their browser asks for and the console has, else English.
  static func chosen(
    account: String, settings: String, acceptLanguage: String
  ) -> Language {
    Language(tag: account) ?? Language(tag: settings) ?? preferred(in: acceptLanguage) ?? .english
  }

  /// Creates the language of a BCP 47 tag such as "ja-JP"; nil for one that the console doesn't
  /// have.
  init?(tag: some StringProtocol) {
    self.init(rawValue: tag.prefix { $0 != "-" }.lowercased())
  }

  /// Returns the language with the highest weight in a header field `accept-language`. (RFC 9110,
  /// section 12.5.4)
  private static func preferred(in field: String) -> Language? {
    var best: (language: Language, weight: Double)?
    for range in field.split(separator: ",").prefix(20) {
      let parts = range.split(separator: ";").map(\.trimmed)
      guard let tag = parts.first, let language = Language(tag: tag) else { continue }
      let weight = parts.dropFirst().lazy.compactMap(weight).first ?? 1
      if weight > (best?.weight ?? 0) { best = (language, weight) }
    }
    return best?.language
  }

  private static func weight(_ parameter: String) -> Double? {
    parameter.hasPrefix("q=") ? Double(parameter.dropFirst(2)) : nil
  }
}
