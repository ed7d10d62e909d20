import HTTPTypes
import Hummingbird

/// The language of a page that the gateway makes itself.
enum PageLanguage: String, Sendable {
  case japanese = "ja"
  case english = "en"

  /// Chooses the language that a browser prefers. (RFC 9110, section 12.5.4)
  init(_ request: Request) {
    let ranges = (request.headers[.acceptLanguage] ?? "").split(separator: ",")
    var best = (weight: 0.0, language: Self.english)
    for range in ranges {
      let parts = range.split(separator: ";").map { $0.filter { $0 != " " } }
      guard let tag = parts.first?.split(separator: "-").first,
        let language = Self(rawValue: tag.lowercased())
      else { continue }
      let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) }
      if let weight = weight ?? 1, weight > best.weight { best = (weight, language) }
    }
    self = best.language
  }
}

/// A text in both languages.
struct PagePhrase: Hashable, Sendable {
  let ja: String
  let en: String

  func text(in language: PageLanguage) -> String {
    switch language {
    case .japanese: ja
    case .english: en
    }
  }
}
