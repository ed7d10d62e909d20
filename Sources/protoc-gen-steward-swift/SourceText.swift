/// Source code that is being generated: lines with their indentation.
struct SourceText {
  private var lines: [String] = []
  private var indentation = ""

  /// The whole text.
  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func line(_ line: String = "") {
    lines.append(line.isEmpty ? "" : indentation + line)
  }

  /// Adds an empty line, unless a block has just begun or there is an empty line already.
  mutating func gap() {
    guard let last = lines.last, !last.isEmpty, !last.hasSuffix("{") else { return }
    line()
  }

  /// Adds `header { … }`.
  mutating func block<E: Error>(
    _ header: String, _ body: (inout SourceText) throws(E) -> Void
  ) throws(E) {
    line(header + " {")
    try indented(body)
    line("}")
  }

  mutating func indented<E: Error>(_ body: (inout SourceText) throws(E) -> Void) throws(E) {
    let outer = indentation
    indentation += "  "
    try body(&self)
    indentation = outer
  }

  /// Adds a documentation comment, unless the comment is empty.
  mutating func documentation(_ comment: String) {
    guard !comment.isEmpty else { return }
    for text in comment.split(separator: "\n", omittingEmptySubsequences: false) {
      line(text.isEmpty ? "///" : "/// \(text)")
    }
  }
}
