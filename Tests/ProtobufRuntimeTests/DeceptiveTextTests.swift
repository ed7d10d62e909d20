import Testing

@testable import ProtobufRuntime

@Suite("Characters that deceive a reader")
struct DeceptiveTextTests {
  static let deceptive: [UInt32] =
    Array(0...0x1F) + Array(0x7F...0x9F) + Array(0x200B...0x200F) + Array(0x2028...0x202E)
    + Array(0x2060...0x2069) + [0xAD, 0x061C, 0xFEFF, 0xE0041]

  private static func text(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { "a\(String($0))b" } ?? ""
  }

  @Test("A deceptive character is found and shown as an escape", arguments: deceptive)
  func escaped(value: UInt32) throws {
    let text = Self.text(value)
    #expect(text.firstDeceptive?.value == value)
    let shown = text.singleLine
    #expect(shown.hasPrefix("a\\") && shown.hasSuffix("b") && shown.firstDeceptive == nil)
    #expect(shown.singleLine == shown)
  }

  @Test("JSON escapes a deceptive character, and its value stays the same", arguments: deceptive)
  func json(value: UInt32) throws {
    let json = JSONValue.object([(Self.text(value), .string(Self.text(value)))])
    for printed in [json.description, json.prettyDescription] {
      let scalars = printed.unicodeScalars.filter { $0 != "\n" }
      #expect(!scalars.contains { $0.isDeceptive || $0.isJoiner })
      #expect(try JSONValue(parsing: printed) == json)
    }
  }

  @Test("A character beyond the first plane is escaped as a surrogate pair")
  func surrogates() {
    #expect(JSONValue.string("\u{E0041}").description == #""\udb40\udc41""#)
    #expect(JSONValue.string("é€🎉\u{A0}\u{2014}").description == "\"é€🎉\u{A0}\u{2014}\"")
  }

  @Test(
    "A joiner between characters that can be joined isn't deceptive",
    arguments: [
      "👩\u{200D}👩\u{200D}👧", "❤\u{FE0F}\u{200D}🔥", "👩🏽\u{200D}🚀", "می\u{200C}خواهم", "क्\u{200D}ष",
      "Größe", "日本", "שלום", "🎉",
    ])
  func joined(text: String) {
    #expect(text.firstDeceptive == nil && text.singleLine == text)
  }

  @Test(
    "A joiner between characters that can't be joined is deceptive",
    arguments: [
      "pay\u{200D}pal", "pay\u{200C}pal", "\u{200D}", "a\u{200D}", "\u{200C}a", "1\u{200D}2",
      "👩\u{200C}👧", "👩\u{200D}", "👩\u{200D}a", "می\u{200C}",
    ])
  func unjoined(text: String) {
    #expect(text.firstDeceptive?.isJoiner == true && text.singleLine.firstDeceptive == nil)
  }

  @Test("A descriptor with a name that is no identifier is refused")
  func descriptorNames() {
    let names = ["a\u{1B}[31m", "a b", "a-b", "ä", "a.b"]
    for name in names {
      let message = [0x0A, UInt8(name.utf8.count)] + Array(name.utf8)
      let file = [0x22, UInt8(message.count)] + message
      let error = #expect(throws: ProtobufError.self) { try FileParser.parse(file) }
      #expect(error?.kind == .malformed)
    }
    #expect(throws: Never.self) { try FileParser.parse([0x22, 0x03, 0x0A, 0x01, 0x61]) }
  }
}
