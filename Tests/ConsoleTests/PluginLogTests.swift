import GoogleProtos
import HostProtos
import Testing

@testable import ConsolePlugin

@Suite("The log of a plugin")
struct PluginLogTests {
  private func line(_ micros: Int64) -> LogLine {
    LogLine(
      time: GoogleTimestamp(seconds: micros / 1_000_000, nanos: Int32(micros % 1_000_000) * 1000))
  }

  @Test("Lines of the same time have ids of their own, and those after the oldest keep theirs")
  func ids() {
    let lines = [line(1), line(5), line(5), line(6)]
    let ids = PluginLog.ids(of: lines)
    #expect(Set(ids).count == 4)
    #expect(PluginLog.ids(of: Array(lines.dropFirst()) + [line(7)]).prefix(3) == ids.suffix(3))
  }
}
