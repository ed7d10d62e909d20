import Foundation
import IPC
import PluginHost
import Testing

/// Each test runs in a process of its own. That process shares its descriptors and children with no
/// other test.
@Suite("Leftovers of a host", .timeLimit(.minutes(1)))
struct LeftoverTests {
  @Test("A host that ends leaves no descriptor and no child, even if its plugins crash")
  func descriptorsAndChildren() async throws {
    let plugins = Plugins()
    try plugins.addEcho()
    try plugins.addScript("bad", "", #""start": "eager""#)
    try plugins.folder.write("bad/run", "neither program nor script", executable: true)
    await #expect(processExitsWith: .success) { [path = plugins.path as String] in
      try await Leftovers.runHost(path, crashes: 1)  // What is made once stays open.
      let before = Leftovers.descriptors
      for _ in 0..<3 { try await Leftovers.runHost(path, crashes: 3) }
      try await Leftovers.awaitDescriptors(atMost: before.count)
      errno = 0
      precondition(waitpid(-1, nil, WNOHANG) == -1 && errno == ECHILD, "a child is left")
    }
  }

  @Test("No plugin outlives a host that is killed")
  func orphans() async throws {
    let plugins = Plugins()
    try plugins.addEcho()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = plugins.path as String] in
      let host = try await Leftovers.host(path)
      let pid = try await host.channel.echo("Say", "pid")
      try Data(pid.utf8).write(to: URL(fileURLWithPath: "\(path)/pid"))
      kill(getpid(), SIGKILL)
    }
    let pid = try #require(Int32(plugins.folder.text("pid")))
    let deadline = ContinuousClock.now + .seconds(10)
    while Leftovers.isAlive(pid) {
      try #require(ContinuousClock.now < deadline, "process \(pid) outlives its host")
      await Task.yield()
    }
  }
}

enum Leftovers {
  static func host(_ pluginPath: String) async throws -> PluginHost.Host {
    try await PluginHost.Host.start(
      HostConfiguration(
        dataDirectory: "\(pluginPath)/data", pluginPaths: [pluginPath], mode: .daemon))
  }

  /// Runs a host whose plugin crashes `crashes` times, with a client on the host's socket.
  static func runHost(_ pluginPath: String, crashes: Int) async throws {
    let host = try await host(pluginPath)
    for _ in 0..<crashes {
      let pid = try await host.channel.echo("Say", "pid")
      kill(Int32(pid) ?? 0, SIGKILL)
    }
    let client = try await HostSocket.connect(dataDirectory: "\(pluginPath)/data")
    _ = try await client?.echo("Say", "x")
    client?.close()
    await host.stop()
  }

  static var descriptors: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
  }

  /// Waits until at most `count` descriptors are open. A reader thread closes its descriptor only
  /// when it notices the end of its input.
  static func awaitDescriptors(atMost count: Int) async throws {
    let deadline = ContinuousClock.now + .seconds(10)
    while descriptors.count > count {
      precondition(ContinuousClock.now < deadline, "descriptors are left: \(descriptors)")
      await Task.yield()
    }
  }

  /// Whether a process runs. A zombie that waits for its new parent to reap it does not.
  static func isAlive(_ pid: Int32) -> Bool {
    let status = FileManager.default.contents(atPath: "/proc/\(pid)/stat") ?? Data()
    let fields = String(decoding: status, as: UTF8.self).split(separator: ")").last ?? ""
    return !status.isEmpty && !fields.hasPrefix(" Z")
  }
}
