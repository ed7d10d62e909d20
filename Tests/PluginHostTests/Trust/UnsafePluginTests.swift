import EchoService
import Glibc
import HostProtos
import HostServices
import IPC
import PluginHost
import Status
import Testing

@Suite("Plugins that other users can change", .timeLimit(.minutes(1)))
struct UnsafePluginTests {
  private static let isRoot = geteuid() == 0

  private let plugins = Plugins()
  private let bundled = Plugins()

  /// Expects that calls to the plugin are refused with this problem, and that other plugins work.
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
    "A plugin whose folder or files others can write to is refused with the remedy",
    arguments: ["", "/echo", "/echo/plugin.json", "/echo/run"])
  func writable(path: String) async throws {
    // A script and not the built program, because other tests link to the program.
    try plugins.addScript("echo", services: [EchoService.name], "exit 1")
    chmod(plugins.path + path, 0o777)
    let place = plugins.path + path
    try await expectRefusal("\(place): can be written to by others; run: chmod go-w \(place)")
  }

  @Test("The sticky bit does not make a plugin folder safe")
  func sticky() async throws {
    try plugins.addScript("echo", services: [EchoService.name], "exit 1")
    chmod("\(plugins.path)/echo", 0o1777)
    try await expectRefusal("/echo: can be written to by others")
  }

  @Test(
    "A plugin whose folder or files belong to another user is refused", .enabled(if: isRoot),
    arguments: ["/echo", "/echo/plugin.json", "/echo/run"])
  func foreign(path: String) async throws {
    try plugins.addScript("echo", services: [EchoService.name], "exit 1")
    chown(plugins.path + path, 54321, 0)
    try await expectRefusal("\(path): belongs to another user (uid 54321)")
  }

  @Test("A bundled plugin is refused if others can write to the folder of bundled plugins")
  func bundledFolder() async throws {
    try bundled.addScript("echo", services: [EchoService.name], "exit 1")
    chmod(bundled.path, 0o777)
    try await Hosting.run(plugins, bundled: bundled) { hosting async throws in
      let end = await status { try await hosting.echo("Say", "x") }
      #expect(end.message.contains("can be written to by others"))
    }
  }

  @Test("A plugin in a folder that others can write to takes no service from a good one")
  func claim() async throws {
    try plugins.addScript("evil", services: [EchoService.name], "exit 1")
    chmod("\(plugins.path)/evil", 0o777)
    try plugins.addEcho()
    try await Hosting.run(plugins) { hosting async throws in
      #expect(try await hosting.echo("Say", "x") == "x")
    }
  }

  @Test("A plugin that becomes writable is not started again until that is fixed")
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
