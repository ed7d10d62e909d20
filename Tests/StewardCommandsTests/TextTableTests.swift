import ProtobufRuntime
import Testing

@testable import StewardCommands

@Suite("Text tables")
struct TextTableTests {
  @Test("A table aligns its columns and leaves no spaces at the ends of its lines")
  func aligned() {
    let table = TextTable(
      heading: ["ID", "NAME", "TAGS"],
      rows: [["a-long-id", "x", ""], ["b", "Größe", "k=v"]].map { $0.map { .init($0) } })
    #expect(
      table.text(style: .plain) == """
        ID         NAME   TAGS
        a-long-id  x
        b          Größe  k=v

        """)
  }

  @Test("A list fits the terminal, and its first column is never cut")
  func fitted() {
    let id = "user_" + String(repeating: "1", count: 24)
    let table = TextTable(
      heading: ["ID", "NAME", "ROLE"],
      rows: [[id, String(repeating: "名", count: 500), "developer"], ["b", "x", "user"]].map {
        $0.map { .init($0) }
      })
    let lines = table.text(style: Style(isEnabled: false, columns: 60)).split(separator: "\n")
    #expect(lines.allSatisfy { String($0).displayWidth <= 60 })
    #expect(lines[1] == "\(id)  名名名名名名名名…   developer")
    let narrow = table.text(style: Style(isEnabled: false, columns: 20))
    #expect(narrow.contains(id))
    #expect(narrow.contains("…"))
    let wide = table.text(style: Style(isEnabled: false, columns: 5000))
    #expect(wide == table.text(style: .plain))
    #expect(!wide.contains("…"))
  }

  @Test("A card of one item is never cut")
  func card() {
    let table = TextTable(rows: [["name", String(repeating: "x", count: 300)].map { .init($0) }])
    #expect(!table.text(style: Style(isEnabled: false, columns: 40)).contains("…"))
  }

  @Test(
    "A text is cut before the first character that does not fit",
    arguments: [
      ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
      ("abc", 1, "…"), ("abc", 0, ""), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ])
  func cut(text: String, width: Int, expected: String) {
    #expect(text.fitted(to: width) == expected)
  }

  @Test("Wide characters take two columns, and combining marks take none")
  func widths() {
    #expect("日本".displayWidth == 4)
    #expect("e\u{301}".displayWidth == 1)
    #expect("🎉".displayWidth == 2)
    #expect("Größe".displayWidth == 5)
  }

  @Test("A name never moves the cursor or recolours the terminal")
  func controls() {
    #expect("a\u{1B}[31mb\nc\u{202E}".singleLine == "a\\u{1b}[31mb\\nc\\u{202e}")
    #expect(TextTable.Cell("\u{7}").text == "\\u{7}")
    #expect("Größe 日本 🎉".singleLine == "Größe 日本 🎉")
  }

  @Test("A cell is padded by the width of its text without its colours")
  func colours() {
    let table = TextTable(rows: [
      [.init("ok", .green), .init("x")], [.init("failed"), .init("y")],
    ])
    #expect(
      table.text(style: Style(isEnabled: true))
        == "\u{1B}[32mok\u{1B}[0m      x\nfailed  y\n")
  }

  @Test(
    "Colours are on only for a terminal, and never if NO_COLOR is set",
    arguments: [
      ([:], true, true), ([:], false, false), (["NO_COLOR": "1"], true, false),
      (["NO_COLOR": ""], true, true), (["TERM": "dumb"], true, false),
    ] as [([String: String], Bool, Bool)])
  func style(environment: [String: String], isTerminal: Bool, enabled: Bool) {
    #expect(Style(environment: environment, isTerminal: isTerminal).isEnabled == enabled)
  }
}
