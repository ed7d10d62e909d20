import Testing

@testable import PluginHost

@Suite("A grant of calls")
struct CallPatternTests {
  @Test(
    "A grant of calls matches one method or all methods of one service",
    arguments: [
      ("a.B/C", "a.B/C", true), ("a.B/C", "a.B/D", false), ("a.B/*", "a.B/D", true),
      ("a.B/*", "a.BB/D", false), ("a.B/*", "x.a.B/D", false),
    ])
  func matches(pattern: String, method: String, expected: Bool) throws {
    let pattern = try #require(CallPattern(pattern))
    let name = try #require(MethodName(method))
    #expect(pattern.matches(name) == expected)
  }

  @Test(
    "A grant of calls that names no method is refused",
    arguments: ["", "*", "a/b", "a.B", "a.B/", "a.*/C", "a.B/C/D", "a.B/c d", "*/*", "a..B/C"])
  func refused(pattern: String) {
    #expect(CallPattern(pattern) == nil)
  }
}
