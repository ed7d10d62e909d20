import GoogleProtos
import Timing

/// Measures the time from a call of a plugin that doesn't run to the response. The floor is the
/// time from the start of a C program to its first byte.
func measureSpawn(in setting: Setting, _ results: inout Results) async throws {
  for _ in 0..<(setting.rounds * 4) {
    let floor = try Program.floor("spawn", 3)[0] / 1e6
    let time = try await setting.withHost { host in
      let start = ContinuousClock.now
      try await host.say(GoogleBytesValue(value: [7]))
      return start.duration(to: .now).seconds * 1e3
    }
    results.add("plugin, spawn to first response", "ms", time, floor: floor, target: .atMost(8))
  }
}
