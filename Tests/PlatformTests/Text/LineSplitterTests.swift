import Platform
import Testing

@Suite("The splitter of lines")
struct LineSplitterTests {
  /// Returns the lines of a text that arrives in pieces. A line that was cut ends with "…".
  private func split(_ pieces: String..., limit: Int = 100) -> [String] {
    var splitter = LineSplitter(limit: limit)
    var lines: [LineSplitter.Line] = []
    for piece in pieces {
      splitter.append(piece.utf8)
      while let line = splitter.next() { lines.append(line) }
    }
    if let last = splitter.last() { lines.append(last) }
    return lines.map { String(decoding: $0.bytes, as: UTF8.self) + ($0.isCut ? "…" : "") }
  }

  @Test("Lines are joined from pieces, and the last line needs no end")
  func pieces() {
    #expect(split("one\ntw", "o\n\n", "", "three") == ["one", "two", "", "three"])
    #expect(split("one\n") == ["one"])
    #expect(split("") == [])
  }

  @Test("A line of the limit is kept, and a longer line loses its tail")
  func limit() {
    #expect(split("1234\n", "12345\n1", limit: 4) == ["1234", "1234…", "1"])
    #expect(split("12345", "678", "9\nab\n", limit: 4) == ["1234…", "ab"])
    #expect(split("12345", limit: 4) == ["1234…"])
  }

  @Test("A line without an end is known to be too long before its end arrives")
  func overLimit() {
    var splitter = LineSplitter(limit: 4)
    splitter.append("a\n1234".utf8)
    _ = splitter.next()
    #expect(splitter.next() == nil && !splitter.isOverLimit)
    splitter.append("5".utf8)
    #expect(splitter.next() == nil && splitter.isOverLimit)
    splitter.append("\n".utf8)
    #expect(splitter.next()?.isCut == true && !splitter.isOverLimit)
  }

  @Test("The rest is what was appended and not taken")
  func rest() {
    var splitter = LineSplitter(limit: 100)
    splitter.append("one\ntwo\nthree".utf8)
    _ = splitter.next()
    #expect(splitter.rest() == Array("two\nthree".utf8))
    #expect(splitter.rest() == [] && splitter.last() == nil)
  }
}
