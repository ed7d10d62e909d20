import Testing

@testable import AdminModel

@Suite("Texts that can be searched")
struct SearchTextTests {
  private func parts(_ text: String) -> Set<String> {
    Set(SearchText(text).parts.map { String(decoding: $0, as: UTF8.self) })
  }

  private func matches(_ query: String, _ text: String) throws -> Bool {
    try #require(SearchQuery(query)).matches(SearchText(text))
  }

  @Test("A word is stored under beginnings of 2, 3, 6 and 12 bytes, as far as it is long enough")
  func lengths() {
    #expect(parts("production-eu") == ["pr", "pro", "produc", "production-e", "eu"])
    #expect(parts("Ada L") == ["ad", "ada"])
    #expect(parts("billing-job") == ["bi", "bil", "billin", "jo", "job"])
    #expect(parts("東京都") == ["東", "京", "都", "東京", "京都"])
    #expect(parts("--- ab 🚀🚀") == ["ab"])
  }

  @Test("Words without end make no more entries than 64 words do")
  func bound() {
    let ideographs = String(repeating: "東京都庁", count: 100)
    #expect(SearchText(ideographs).parts.count <= 3 * SearchText.maximumWords)
    let words = (0..<100).map { "word\($0)" }.joined(separator: " ")
    #expect(SearchText(words).hasWord(beginningWith: Array("word63".utf8)))
    #expect(!SearchText(words).hasWord(beginningWith: Array("word64".utf8)))
  }

  @Test(
    "A query finds beginnings of words in any case, and each ideograph begins a word",
    arguments: [
      ("ACME", "Acme Tokyo", true), ("tok acm", "Acme Tokyo", true), ("kyo", "Acme Tokyo", false),
      ("acme tokyo", "Acme\u{3000}Tokyo", true), ("acme-tokyo", "Acme Tokyo", false),
      ("@acme.com", "ada@acme.com", true), ("acme - tok", "Acme Tokyo", true),
      ("株", "ソニー株式会社", true), ("会社", "ソニー株式会社", true), ("ソニー", "ソニー株式会社", true),
      ("ニー", "ソニー株式会社", false), ("東京 本社", "本社(東京)", true), ("京東", "東京", false),
      ("ÉCOLE", "école", true),
    ])
  func words(query: String, text: String, isFound: Bool) throws {
    #expect(try matches(query, text) == isFound)
  }

  @Test(
    "Every text that matches a query has each part of it",
    arguments: ["job-000123", "東京本社", "a@b.co", "ci", "é"])
  func soundness(_ word: String) throws {
    let query = try #require(SearchQuery(word))
    for text in [word, "x \(word)", "\(word)9 y", "(\(word))"] {
      #expect(query.matches(SearchText(text)))
      #expect(SearchText(text).parts.isSuperset(of: query.parts))
    }
  }

  @Test("A query looks for the longest parts first, and for parts inside of its words too")
  func partsOfQueries() throws {
    let query = try #require(SearchQuery("production-000123"))
    #expect(query.parts.map { String(decoding: $0, as: UTF8.self) } == ["production-0", "000123"])
    for text in ["a", "a b", "--- !", "", String(repeating: "x", count: 101)] {
      #expect(SearchQuery(text) == nil)
    }
  }
}
