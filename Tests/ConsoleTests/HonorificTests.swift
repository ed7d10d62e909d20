import Testing

@testable import ConsolePlugin

@Suite("Honorifics")
struct HonorificTests {
  @Test(
    "In Japanese a name is addressed with san, unless it ends in an honorific",
    arguments: [
      ("達也", "達也さん"), ("達也さん", "達也さん"), ("佐藤様", "佐藤様"), ("Ada ", "Adaさん"),
      ("ゆきちゃん", "ゆきちゃん"), ("　達也　", "達也さん"), ("田中先生", "田中先生"), ("", ""),
      ("ada@example.com", "ada@example.com"),
    ])
  func japanese(name: String, addressed: String) {
    #expect(Honorific.addressing(name, in: .japanese) == addressed)
  }

  @Test(
    "In English a name is addressed as it is, without the spaces around it",
    arguments: [("達也", "達也"), ("Ada ", "Ada"), ("佐藤様", "佐藤様"), ("", "")])
  func english(name: String, addressed: String) {
    #expect(Honorific.addressing(name, in: .english) == addressed)
  }

  @Test("The greeting never addresses a person twice")
  func greeting() {
    #expect(Phrase.welcome("達也さん").text(in: .japanese) == "ようこそ、達也さん")
    #expect(Phrase.welcome("達也").text(in: .english) == "Welcome, 達也")
  }
}
