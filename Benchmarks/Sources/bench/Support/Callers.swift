import Glibc
import PluginHost
import Timing

/// Runs `operation` `count` times with `callers` at once, and returns the rate per second.
func rate(
  of count: Int, callers: Int, _ operation: @escaping @Sendable () async throws -> Void
) async throws -> Double {
  let start = ContinuousClock.now
  try await withThrowingTaskGroup(of: Void.self) { group in
    for _ in 0..<callers {
      group.addTask { for _ in 0..<(count / callers) { try await operation() } }
    }
    try await group.waitForAll()
  }
  return Double(count) / start.duration(to: .now).seconds
}

/// The rate at which many concurrent callers are served by a host in this process and a plugin, and
/// the cost of that for these two.
struct Load {
  /// The rate in calls per second.
  let rate: Double
  /// The processor time of the host for one call, in µs.
  let hostTime: Double
  /// The processor time of the plugin for one call, in µs.
  let pluginTime: Double

  init(
    of count: Int, callers: Int, on plugin: String, of host: Host,
    _ operation: @escaping @Sendable () async throws -> Void
  ) async throws {
    let (us, plugin) = (getpid(), try await host.process(of: plugin))
    let before = (try Processes.processorTime(of: us), try Processes.processorTime(of: plugin))
    rate = try await bench.rate(of: count, callers: callers, operation)
    let after = (try Processes.processorTime(of: us), try Processes.processorTime(of: plugin))
    hostTime = (after.0 - before.0) * 1e6 / Double(count)
    pluginTime = (after.1 - before.1) * 1e6 / Double(count)
  }
}
