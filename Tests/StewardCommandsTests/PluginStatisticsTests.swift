import ArgumentParser
import GoogleProtos
import HostProtos
import IPC
import Testing

@testable import StewardCommands

@Suite("steward plugin stats")
struct PluginStatisticsTests {
  private let recorder = Recorder()

  private static let bounds = [1_000_000, 2_500_000, 10_000_000].map { GoogleDuration(nanos: $0) }

  private static func point(
    _ calls: UInt64, failures: UInt64 = 0, _ buckets: [UInt64] = [0, 0, 0, 0],
    cpu: Int32? = nil, bytes: UInt64? = nil
  ) -> StatsPoint {
    StatsPoint(
      calls: calls, failures: failures, latencyBuckets: buckets,
      cpuTime: cpu.map { GoogleDuration(nanos: $0 * 1_000_000) }, residentBytes: bytes)
  }

  private static let host = FakeHost(
    statistics: StatsResponse(
      latencyBounds: bounds,
      plugins: [
        PluginStats(
          name: "host",
          points: [
            point(0, cpu: 20, bytes: 1 << 20),
            point(3, [3, 0, 0, 0], cpu: 30, bytes: 2 << 20),
          ]),
        PluginStats(
          name: "orgs",
          points: [
            point(1000, failures: 2, [900, 40, 10, 50], cpu: 100, bytes: 7_444_889), point(0),
          ],
          methods: [
            MethodStats(method: "o.v1.O/Few", points: [point(1, [0, 0, 0, 1]), point(0)]),
            MethodStats(method: "o.v1.O/Many", points: [point(999, [999, 0, 0, 0]), point(0)]),
            MethodStats(method: "o.v1.O/Stream", points: [point(0), point(5)]),
          ]),
      ]))

  private func run(_ arguments: [String], host: FakeHost = host) async throws {
    try await PluginStatistics.parse(arguments).run(
      over: InProcessChannel(ServiceRouter([host])), in: recorder.session())
  }

  @Test("A line has the sums of the window, bounds of the latencies, and the memory of now")
  func plugins() async throws {
    try await run([])
    #expect(
      recorder.output == """
        PLUGIN  CALLS  FAILURES  P50  P95   CPU    MEMORY
        host    3      0         1ms  1ms   50ms   2.0 MiB
        orgs    1,000  2         1ms  10ms  100ms  -

        """)
  }

  @Test("With --methods, the methods with the most calls come first, and a stream has no latency")
  func methods() async throws {
    try await run(["orgs", "--methods"])
    #expect(
      recorder.output == """
        METHOD         PLUGIN  CALLS  FAILURES  P50    P95
        o.v1.O/Many    orgs    999    0         1ms    1ms
        o.v1.O/Stream  orgs    5      0         -      -
        o.v1.O/Few     orgs    1      0         >10ms  >10ms

        """)
  }

  @Test("With --methods, a note says that no method was called")
  func noMethods() async throws {
    try await run(["host", "--methods"])
    #expect(recorder.output == "" && recorder.errors == "No method was called.\n")
  }

  @Test("JSON has the points of each step, by hour with --day", arguments: ["60s", "3600s"])
  func json(step: String) async throws {
    try await run((step == "60s" ? [] : ["--day"]) + ["orgs", "-o", "json"])
    #expect(recorder.output.contains("\"step\": \"\(step)\""))
    #expect(recorder.output.contains("\"cpu_time\": \"0.100s\""))
  }
}
