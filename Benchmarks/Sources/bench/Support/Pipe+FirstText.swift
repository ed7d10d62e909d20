import Foundation

extension Pipe {
  /// Reads until there is a whole line that matches the pattern, and returns the matching text.
  /// Continues to read afterwards, so that the writer never waits.
  func firstText(matching pattern: String) throws -> String {
    let expression = try NSRegularExpression(pattern: pattern)
    var text = ""
    while true {
      let data = fileHandleForReading.availableData
      guard !data.isEmpty else { throw BenchError("a server ended before it served: \(text)") }
      text += String(decoding: data, as: UTF8.self)
      let range = NSRange(text.startIndex..., in: text)
      guard text.hasSuffix("\n"), let match = expression.firstMatch(in: text, range: range),
        let found = Range(match.range, in: text)
      else { continue }
      fileHandleForReading.readabilityHandler = { _ = $0.availableData }
      return String(text[found])
    }
  }
}
