import EchoService
import GoogleProtos
import HostProtos
import IPC
import PluginHost
import Testing

/// The host once gave up a plugin after five crashes, which a single client could cause.
@Suite("A call beside a client whose calls crash the plugin", .timeLimit(.minutes(1)))
struct HonestCallTests {
  private let plugins = Plugins()

  @Test("A call gets its response within a second while another client's calls crash the plugin")
  func poisonLoop() async throws {
    try plugins.addEcho()
    try await Hosting.run(plugins) { hosting in
      let attack = Task { await hosting.poison(30) }
      for _ in 0..<50 {
        let responses = try await hosting.count(within: .seconds(1))
        #expect(responses == ["0"])
      }
      await attack.value
      let restarts = try await hosting.plugin("echo").restarts
      #expect(restarts <= 12)
    }
  }
}

extension Hosting {
  /// Makes `count` different calls that crash the process.
  fileprivate func poison(_ count: Int) async {
    for number in 0..<count {
      _ = await status { try await echo("Say", "abort\(number)") }
    }
  }

  /// Calls a method that the other client doesn't attack.
  fileprivate func count(within timeout: Duration) async throws -> [String] {
    let responses: MessageStream<GoogleStringValue> = try await host.channel.serverStreaming(
      "\(EchoService.name)/Count", GoogleStringValue(value: "1"), CallOptions(timeout: timeout))
    return try await responses.reduce(into: []) { $0.append($1.value) }
  }
}
