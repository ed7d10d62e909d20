import HostProtos
import Platform
import Testing

@testable import PluginHost

@Suite("A plugin's log")
struct LogTests {
  private func split(_ chunks: String...) -> [String] {
    var splitter = LineSplitter(limit: LogPipe.maximumLineLength)
    var lines = chunks.flatMap { splitter.logLines(completedBy: Array($0.utf8)[...]) }
    if let last = splitter.last() { lines.append(last.logText) }
    return lines
  }

  @Test("Log lines are joined from pieces, and the last line needs no newline")
  func pieces() {
    #expect(split("one\ntw", "o\r\n", "", "three") == ["one", "two", "three"])
  }

  @Test("A log line of 16 KiB is kept, and a longer line loses its tail")
  func longLines() {
    let limit = LogPipe.maximumLineLength
    let whole = String(repeating: "x", count: limit)
    #expect(split(whole + "\n") == [whole])
    #expect(split(whole + "yyy", "zzz\nnext\n") == [whole + LineSplitter.Line.cutMark, "next"])
  }

  @Test("Log bytes that are not valid text are replaced by visible characters")
  func repair() {
    var splitter = LineSplitter(limit: 100)
    #expect(splitter.logLines(completedBy: [0x61, 0xFF, 0x00, 0x62, 0x0A]) == ["a\u{FFFD}␀b"])
  }

  private func line(_ number: Int) -> LogLine {
    LogLine(source: "stdout", text: "\(number)", pid: 1)
  }

  @Test("The log ring keeps the last 1000 lines, oldest first")
  func ring() {
    let ring = LogRing()
    for number in 0..<2345 { ring.append(line(number)) }
    #expect(ring.last().map(\.text) == (1345..<2345).map(String.init))
    #expect(ring.last(2).map(\.text) == ["2343", "2344"])
  }

  @Test("A follower of a log gets the last lines and then the new ones, without a gap")
  func follow() async {
    let ring = LogRing()
    for number in 0..<5 { ring.append(line(number)) }
    let lines = ring.follow(last: 2)
    ring.append(line(5))
    ring.finish()
    var texts: [String] = []
    for await line in lines { texts.append(line.text) }
    #expect(texts == ["3", "4", "5"])
  }
}
