import Testing
import WebProtos

@testable import ConsolePlugin

@Suite("Settings of a browser")
struct SettingsTests {
  @Test("What a cookie says is read, and written again")
  func roundTrip() {
    let cookie = "l=ja&t=dark&n=50&o=0191e0a0-0000-7000-8000-000000000001&k=0&f=0"
    let settings = Settings(cookie: cookie)
    #expect(settings.language == "ja")
    #expect(settings.theme == .dark)
    #expect(settings.size == 50)
    #expect(settings.organization == "0191e0a0-0000-7000-8000-000000000001")
    #expect(!settings.hasShortcuts)
    #expect(settings.hidesFirstSteps)
    #expect(settings.cookie == cookie)
  }

  @Test("The settings of a new browser need no cookie")
  func empty() {
    #expect(Settings(cookie: "").cookie == "")
  }

  @Test(
    "What is unknown or damaged in a cookie counts as not set",
    arguments: [
      "l=tlh", "t=purple", "n=7", "n=-1", "n=99999999999999999999", "o=../../etc", "o=<script>",
      "o=\(String(repeating: "a", count: 65))", "zz=1", "=&&==", "l", "l=", "\u{0}=\u{0}",
    ])
  func damaged(cookie: String) {
    #expect(Settings(cookie: cookie) == Settings(cookie: ""))
  }

  @Test("A damaged part of a cookie doesn't spoil the others")
  func partlyDamaged() {
    let settings = Settings(cookie: "l=tlh&n=100&o=/")
    #expect(settings.size == 100)
    #expect(settings.cookie == "n=100")
  }

  @Test("A query chooses the language and the size of lists, if the console has them")
  func chosen() {
    let fields = [PageField(name: "lang", value: "ja"), PageField(name: "size", value: "50")]
    #expect(Settings(cookie: "l=en").choosing(Fields(fields)).cookie == "l=ja&n=50")
    let unknown = [PageField(name: "lang", value: "tlh"), PageField(name: "size", value: "7")]
    #expect(Settings(cookie: "l=en").choosing(Fields(unknown)).cookie == "l=en")
  }
}
