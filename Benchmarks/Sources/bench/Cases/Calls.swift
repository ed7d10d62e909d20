import GoogleProtos
import PluginHost
import Timing

/// Measures calls of a plugin that responds with the request, from the host and from another
/// plugin.
func measureCalls(in setting: Setting, _ results: inout Results) async throws {
  try await setting.withHost { host in
    for _ in 0..<setting.rounds {
      for size in [64, 1024] {
        let message = GoogleBytesValue(value: [UInt8](repeating: 7, count: size))
        try await measureOneInFlight(host, message, &results)
        try await measureManyInFlight(host, message, &results)
      }
      try await measureRelay(host, &results)
    }
  }
}

private func measureOneInFlight(
  _ host: Host, _ message: GoogleBytesValue, _ results: inout Results
) async throws {
  let size = message.value.count
  let floor = try Program.floor("pipe", size, 3000)
  let times = try await Latencies(of: 3000) { try await host.say(message) }
  results.add(
    "call, \(size) B, one in flight, p50", "µs", times.p50, floor: floor[0] / 1000,
    target: .atMost(floors: 1.3))
  results.add(
    "call, \(size) B, one in flight, p99", "µs", times.p99, floor: floor[1] / 1000)
}

private func measureManyInFlight(
  _ host: Host, _ message: GoogleBytesValue, _ results: inout Results
) async throws {
  let (size, callers, calls) = (message.value.count, 64, 64 * 1500)
  let floor = try Program.floor("window", size, callers, calls * 4)[0]
  let load = try await Load(of: calls, callers: callers, on: "bench-echo", of: host) {
    try await host.say(message)
  }
  let name = "call, \(size) B, \(callers) in flight"
  results.add(
    name, "calls/s", load.rate, floor: floor, target: size == 64 ? .atLeast(250_000) : nil)
  results.add("\(name), CPU of the host", "µs/call", load.hostTime)
  results.add("\(name), CPU of the plugin", "µs/call", load.pluginTime)
}

private func measureRelay(_ host: Host, _ results: inout Results) async throws {
  let floor = try Program.floor("relay", 64, 2000)
  let times = try await host.measure("Asker", 64, 2000)
  results.add(
    "plugin → host → plugin, 64 B, p50", "µs", times[0], floor: floor[0] / 1000,
    target: .atMost(floors: 1.3))
  results.add("plugin → host → plugin, 64 B, p99", "µs", times[1], floor: floor[1] / 1000)
}
