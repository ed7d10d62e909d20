import ProtobufRuntime
import Testing

@Suite("JSON texts")
struct JSONTests {
  @Test(
    "A JSON value of any kind is read and written unchanged",
    arguments: [
      "null", "true", "false", "0", "-0", "12", "-1.5e+300", "1E9",
      "123456789012345678901234567890",
      "\"\"", "\"ü😀\"", "[]", "{}", "[1,[2,{}],\"x\"]", #"{"b":1,"a":{"c":[null]}}"#,
    ])
  func roundTrip(_ text: String) throws {
    #expect(try JSONValue(parsing: text).description == text)
    #expect(try JSONValue(parsing: " \n\t\r" + text + " ").description == text)
    let pretty = try JSONValue(parsing: text).prettyDescription
    #expect(try JSONValue(parsing: pretty).description == text)
  }

  @Test("Escapes are read and written as the same characters")
  func escapes() throws {
    let text = #""\"\\\/\b\f\n\r\t\u00e9\ud83d\uDE00""#
    #expect(try JSONValue(parsing: text) == .string("\"\\/\u{8}\u{C}\n\r\té😀"))
    #expect(JSONValue.string("\u{1}\n\"\\").description == #""\u0001\n\"\\""#)
  }

  @Test(
    "A text that is not JSON is refused with its line and column",
    arguments: [
      ("", 1, 1), ("{", 1, 2), ("[1,]", 1, 4), ("{\"a\":1,}", 1, 8), ("{\n  \"a\" 1}", 2, 7),
      ("01", 1, 2), ("1.", 1, 1), (".5", 1, 1), ("+1", 1, 1), ("1e", 1, 1), ("--1", 1, 1),
      ("tru", 1, 1), ("nul", 1, 1), ("True", 1, 1), ("NaN", 1, 1), ("'a'", 1, 1), ("\"a", 1, 1),
      ("\"a\nb\"", 1, 3), ("\"\\x\"", 1, 2), ("\"\\u12g4\"", 1, 6), ("\"\\ud800\"", 1, 2),
      ("\"\\ud800\\u0041\"", 1, 2), ("\"\\udc00\"", 1, 2), ("1 2", 1, 3), ("[1 2]", 1, 4),
      ("{a:1}", 1, 2), ("{\"ü\": x}", 1, 7), ("[1] //", 1, 5), ("{\"a\":1 \"b\":2}", 1, 8),
    ])
  func malformed(_ text: String, _ line: Int, _ column: Int) throws {
    let error = try #require(throws: ProtobufError.self) { try JSONValue(parsing: text) }
    #expect(error.kind == .syntax)
    #expect([error.line, error.column] == [line, column], "\(error)")
  }

  @Test("An error in a JSON text has the path of the member")
  func path() throws {
    let error = try #require(throws: ProtobufError.self) {
      try JSONValue(parsing: #"{"a": [{"b": 1}, {"c": ?}]}"#)
    }
    #expect(error.path == "a[1].c")
    #expect(error.description == "line 1, column 24: a[1].c: a value is missing or malformed")
  }

  @Test("A member that is given twice is refused")
  func duplicates() throws {
    let error = try #require(throws: ProtobufError.self) {
      try JSONValue(parsing: #"{"a": 1, "b": {"c": 1, "\u0063": 2}}"#)
    }
    #expect(error.kind == .duplicate)
    #expect(error.path == "b.c")
  }

  @Test("A JSON text that is nested too deep is refused")
  func depth() throws {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    #expect(throws: Never.self) { try JSONValue(parsing: nested(100)) }
    for levels in [101, 1_000_000] {
      let error = try #require(throws: ProtobufError.self) {
        try JSONValue(parsing: nested(levels))
      }
      #expect(error.kind == .tooDeep)
    }
  }
}
