import Glibc
import Testing

@testable import PluginHost

@Suite("The resources that processes use")
struct ProcessUsesTests {
  private let start = ContinuousClock.now
  private var uses: ProcessUses

  init() {
    uses = ProcessUses(in: StatsSteps(from: start))
  }

  private mutating func look(
    at minute: Int, _ readings: (pid: Int32, seconds: Int, bytes: UInt64)...
  ) {
    uses.record(
      readings.map {
        ProcessReading(pid: $0.pid, cpuTime: .seconds($0.seconds), residentBytes: $0.bytes)
      }, at: start + .seconds(60 * minute))
  }

  private func last(_ count: Int, at minute: Int) -> [ProcessUse] {
    uses.points(by: .minute, at: start + .seconds(60 * minute)).suffix(count)
  }

  @Test("A step has the processor time since the look before, and the memory of the last look")
  mutating func steps() {
    look(at: 0, (7, 5, 100))
    look(at: 1, (7, 8, 200))
    look(at: 1, (7, 9, 300))
    #expect(
      last(2, at: 1) == [
        ProcessUse(cpuTime: .seconds(5), residentBytes: 100),
        ProcessUse(cpuTime: .seconds(4), residentBytes: 300),
      ])
  }

  @Test("The counter of a new process begins at zero, also under the number of a former one")
  mutating func restart() {
    look(at: 0, (7, 50, 100))
    look(at: 1, (8, 2, 100))
    #expect(last(1, at: 1)[0].cpuTime == .seconds(2))
    uses.recordEnd(ProcessReading(pid: 8, cpuTime: .seconds(6)), at: start + .seconds(120))
    look(at: 2, (8, 3, 50))
    #expect(last(1, at: 2) == [ProcessUse(cpuTime: .seconds(7), residentBytes: 50)])
  }

  @Test("What a process used between the last look and its end counts")
  mutating func end() {
    look(at: 0, (7, 5, 100))
    uses.recordEnd(ProcessReading(pid: 7, cpuTime: .seconds(6)), at: start + .seconds(60))
    #expect(last(1, at: 1) == [ProcessUse(cpuTime: .seconds(1), residentBytes: nil)])
  }

  @Test("While a reload replaces a process, both processes count")
  mutating func reload() {
    look(at: 0, (7, 5, 100), (8, 1, 30))
    #expect(last(1, at: 0) == [ProcessUse(cpuTime: .seconds(6), residentBytes: 130)])
  }

  @Test("A step in which no process ran has neither processor time nor memory")
  mutating func none() {
    look(at: 0, (7, 5, 100))
    look(at: 1)
    #expect(last(1, at: 1) == [ProcessUse()])
    look(at: 2, (7, 5, 100))
    #expect(last(1, at: 2)[0].cpuTime == .seconds(5))
  }

  @Test("This process has used processor time and memory, and a process that never was has not")
  func reading() throws {
    let reading = try #require(ProcessReading(of: getpid()))
    #expect(reading.cpuTime > .zero && (reading.residentBytes ?? 0) > 1 << 20)
    let later = try #require(ProcessReading(of: getpid()))
    #expect(later.cpuTime >= reading.cpuTime)
    // Linux has no higher process id than 4,194,304.
    #expect(ProcessReading(of: 4_194_305) == nil)
  }
}
