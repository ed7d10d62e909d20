import EchoService
import IPC
import PluginHost
import Status
import Testing

@Suite("Plugin settings of a host", .timeLimit(.minutes(1)))
struct SettingTests {
  private let plugins = Plugins()
  private let data = Folder()

  private func start(_ settings: [String: [String: String]]) async throws -> Host {
    var configuration = HostConfiguration(
      dataDirectory: "\(data.path)/data", pluginPaths: [plugins.path])
    configuration.settings = settings
    return try await Host.start(configuration)
  }

  @Test("Settings of the host replace those of the plugin's manifest")
  func override() async throws {
    try plugins.addEcho("echo", #""config": {"journal": "\#(plugins.path)/wrong"}"#)
    let host = try await start(["echo": ["journal": "\(plugins.path)/right"]])
    let key = try await host.channel.echo("Change", "x")
    await host.stop()
    #expect(plugins.folder.text("right") == "\(key)\n")
    #expect(plugins.folder.text("wrong").isEmpty)
  }

  @Test("Settings of an unknown plugin are refused with its name but not their values")
  func unknown() async throws {
    try plugins.addEcho()
    let refusal = await status { try await start(["ecco": ["key": "hidden"]]) }
    #expect(refusal.reason == "PLUGIN_NOT_FOUND")
    #expect(refusal.message.contains("\"ecco\"; did you mean \"echo\"?"))
    #expect(!refusal.message.contains("hidden"))
  }
}
