import Logging
import Testing

@testable import PluginKit

@Suite("A plugin's log")
struct LineLogHandlerTests {
  let handler = LineLogHandler(label: "orgs")

  @Test("A line has the level, the label, the message, and the metadata sorted by name")
  func line() {
    #expect(handler.line(.info, "Created.", nil) == "info orgs: Created.")
    #expect(
      handler.line(.error, "Failed.", ["b": "2", "a": "1"]) == "error orgs: Failed. [a: 1, b: 2]")
  }

  @Test("The logger's metadata is in every line, and a message's metadata takes precedence")
  func ownMetadata() {
    var handler = handler
    handler[metadataKey: "a"] = "own"
    #expect(handler.line(.info, "m", nil) == "info orgs: m [a: own]")
    #expect(handler.line(.info, "m", ["a": "now"]) == "info orgs: m [a: now]")
  }

  @Test("A message with line breaks stays on one line")
  func breaks() {
    #expect(handler.line(.info, "one\ntwo\r\nthree", nil) == "info orgs: one two three")
  }

  @Test("No character of a message moves the cursor or reorders the line")
  func deceptive() {
    let line = handler.line(.info, "a\u{1B}[2J\u{202E}b", nil)
    #expect(line == "info orgs: a\\u{1b}[2J\\u{202e}b")
  }
}
