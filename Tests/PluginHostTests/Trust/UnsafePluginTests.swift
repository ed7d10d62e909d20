import EchoService
import Glibc
import HostProtos
import HostServices
import IPC
import PluginHost
import Status
import Testing

@Suite("A plugin that strangers can change", .timeLimit(.minutes(1)))
struct UnsafePluginTests {
  private static let isRoot = geteuid() == 0

  private let plugins = Plugins()
  private let bundled = Plugins()

  /// Expects that calls to the plugin are refused with this problem, and that others go on.
  private func expectRefusal(_ problem: String) async throws {
    try bundled.addEcho("real", services: [])
    try await Hosting.run(plugins, bundled: bundled) { hosting async throws in
      let end = await status { try await hosting.echo("Say", "x") }
      #expect(end.reason == "PLUGIN_FAILED")
      #expect(end.message.contains(problem), "\(end.message)")
      #expect(try await hosting.plugin("echo").state == "failed")
      #expect(try await hosting.client.reload(ReloadRequest(name: "real")).state == "ready")
    }
  }

  @Test(
    "Folder, manifest and executable that others may write to are refused, with the remedy",
    arguments: ["", "/echo", "/echo/plugin.json", "/echo/run"])
  func writable(path: String) async throws {
    // Not the built program, which other tests link to.
    try plugins.addScript("echo", services: [EchoService.name], "exit 1")
    chmod(plugins.path + path, 0o777)
    let place = plugins.path + path
    try await expectRefusal("\(place): can be written to by others; run: chmod go-w \(place)")
  }

  @Test("The sticky bit does not make a folder of plugins safe")
  func sticky() async throws {
    try plugins.addScript("echo", services: [EchoService.name], "exit 1")
    chmod("\(plugins.path)/echo", 0o1777)
    try await expectRefusal("/echo: can be written to by others")
  }

  @Test(
    "Folder, manifest and executable of another user are refused", .enabled(if: isRoot),
    arguments: ["/echo", "/echo/plugin.json", "/echo/run"])
  func foreign(path: String) async throws {
    try plugins.addScript("echo", services: [EchoService.name], "exit 1")
    chown(plugins.path + path, 54321, 0)
    try await expectRefusal("\(path): belongs to another user (uid 54321)")
  }

  @Test("A folder of bundled plugins that others may write to makes them strangers' too")
  func bundledFolder() async throws {
    try bundled.addScript("echo", services: [EchoService.name], "exit 1")
    chmod(bundled.path, 0o777)
    try await Hosting.run(plugins, bundled: bundled) { hosting async throws in
      let end = await status { try await hosting.echo("Say", "x") }
      #expect(end.message.contains("can be written to by others"))
    }
  }

  @Test("A plugin that strangers put in place takes no service from a good one")
  func claim() async throws {
    try plugins.addScript("evil", services: [EchoService.name], "exit 1")
    chmod("\(plugins.path)/evil", 0o777)
    try plugins.addEcho()
    try await Hosting.run(plugins) { hosting async throws in
      #expect(try await hosting.echo("Say", "x") == "x")
    }
  }

  @Test("One that becomes writable is not started again until that is mended")
  func later() async throws {
    try plugins.addEcho()
    try await Hosting.run(plugins) { hosting async throws in
      chmod("\(plugins.path)/echo", 0o777)
      let end = await status { try await hosting.echo("Say", "x") }
      #expect(end.reason == "PLUGIN_UNSAFE")
      #expect(end.message.contains("run: chmod go-w \(plugins.path)/echo"), "\(end.message)")
      chmod("\(plugins.path)/echo", 0o755)
      #expect(try await hosting.echo("Say", "x") == "x")
    }
  }
}
