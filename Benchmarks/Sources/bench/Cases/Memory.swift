import Foundation

/// Measures the memory and the processor time of a daemon and a plugin that have nothing to do.
func measureMemory(in setting: Setting, _ results: inout Results) async throws {
  let environment = ["STEWARD_DATA": setting.data().path]
  for _ in 0..<setting.rounds {
    let daemon = Program.process(setting.steward, ["serve", "--no-http"], environment: environment)
    daemon.standardError = FileHandle.nullDevice
    daemon.standardOutput = FileHandle.nullDevice
    try daemon.run()
    defer {
      daemon.terminate()
      daemon.waitUntilExit()
    }
    try await waitForSocket(in: setting.data())
    _ = try Program.run(setting.steward, ["orgs", "create", "Bench"], environment: environment)
    try await measureIdle(daemon.processIdentifier, &results)
  }
}

private func measureIdle(_ host: Int32, _ results: inout Results) async throws {
  guard let plugin = try Processes.children(of: host).first else {
    throw BenchError("no plugin runs")
  }
  let before = (try Processes.processorTime(of: host), try Processes.processorTime(of: plugin))
  try await Task.sleep(for: .seconds(1))
  let after = (try Processes.processorTime(of: host), try Processes.processorTime(of: plugin))
  results.add(
    "idle host, resident", "MB", try Processes.residentMemory(of: host), target: .atMost(15))
  results.add(
    "idle plugin, resident", "MB", try Processes.residentMemory(of: plugin), target: .atMost(9))
  results.add("idle host, CPU", "ms/s", (after.0 - before.0) * 1e3)
  results.add("idle plugin, CPU", "ms/s", (after.1 - before.1) * 1e3)
}

private func waitForSocket(in data: URL) async throws {
  let socket = data.appendingPathComponent("steward.sock").path
  for _ in 0..<500 {
    if FileManager.default.fileExists(atPath: socket) { return }
    try await Task.sleep(for: .milliseconds(10))
  }
  throw BenchError("the daemon does not listen")
}
