import Testing

@testable import ConsolePlugin

@Suite("Choice of a language")
struct LanguageTests {
  private func chosen(
    _ account: String = "", _ settings: String = "", _ accept: String = ""
  ) -> Language {
    .chosen(account: account, settings: settings, acceptLanguage: accept)
  }

  @Test("The account decides before the cookie, the cookie before the browser")
  func order() {
    #expect(chosen("ja", "en", "en") == .japanese)
    #expect(chosen("", "ja", "en") == .japanese)
    #expect(chosen("", "", "ja") == .japanese)
    #expect(chosen() == .english)
  }

  @Test("A language that the console doesn't have is passed over")
  func unknown() {
    #expect(chosen("fr", "ja", "en") == .japanese)
    #expect(chosen("", "", "fr, ja;q=0.5") == .japanese)
    #expect(chosen("", "", "fr") == .english)
  }

  @Test(
    "The browser's language is the one with the highest weight; the first of equals",
    arguments: [
      ("ja-JP,ja;q=0.9,en;q=0.8", Language.japanese), ("en;q=0.2, ja;q=0.3", .japanese),
      ("ja;q=0.2,en", .english), ("JA", .japanese), ("ja;q=0,en;q=0.1", .english),
      ("ja;q=0", .english), ("en,ja", .english), (";;,,q=", .english), ("ja;q=x", .japanese),
    ])
  func weights(header: String, language: Language) {
    #expect(chosen("", "", header) == language)
  }
}
