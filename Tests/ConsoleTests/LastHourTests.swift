import GoogleProtos
import HostProtos
import Testing

@testable import ConsolePlugin

@Suite("What plugins did in the last hour")
struct LastHourTests {
  /// Three minutes of a plugin that didn't run in the second one.
  private let hour = LastHour(
    stats: StatsResponse(
      step: GoogleDuration(seconds: 60), from: GoogleTimestamp(seconds: 1_795_660_440),
      latencyBounds: [GoogleDuration(nanos: 2_500_000), GoogleDuration(seconds: 10)],
      plugins: [
        PluginStats(
          name: "keys",
          points: [
            StatsPoint(calls: 10, latencyBuckets: [9, 1, 0], residentBytes: 20 << 20),
            StatsPoint(),
            StatsPoint(calls: 3, failures: 1, latencyBuckets: [0, 0, 2], residentBytes: 21 << 20),
          ])
      ]))

  @Test("The calls of a plugin are summed, and those of an unknown one are none")
  func sums() {
    #expect(hour.calls(of: "keys") == 13)
    #expect(hour.failures(of: "keys") == 1)
    #expect(hour.calls(of: "other") == 0)
    #expect(hour.latency(of: "other", below: 0.95) == "")
  }

  @Test("A latency is the bound that a share of the calls didn't exceed")
  func latency() {
    #expect(hour.latency(of: "keys", below: 0.5) == "≤ 2.5 ms")
    #expect(hour.latency(of: "keys", below: 0.83) == "≤ 10 s")
    #expect(hour.latency(of: "keys", below: 0.95) == "> 10 s")
  }

  @Test("The lines of latencies have a gap where there were no calls")
  func lines() {
    let chart = hour.latencies(of: "keys")
    #expect(chart.times == ["02:34 UTC", "02:35 UTC", "02:36 UTC"])
    #expect(
      chart.series.map { $0.values.map { $0?.text } } == [
        ["≤ 2.5 ms", nil, "> 10 s"], ["≤ 10 s", nil, "> 10 s"],
      ])
    #expect(chart.series[0].values.map { $0?.number } == [2.5, nil, 10_000])
  }

  @Test("The line of the memory is in MiB")
  func memory() {
    let values = hour.memory(of: "keys").series[0].values
    #expect(values.map { $0?.number } == [20, nil, 21])
    #expect(values.map { $0?.text } == ["20.0 MiB", nil, "21.0 MiB"])
  }
}
