import Foundation
import Testing

@Suite("steward plugin install", .timeLimit(.minutes(2)))
struct PluginInstallTests {
  let shell: Shell

  init() async throws {
    shell = try Shell()
    try FileManager.default.createDirectory(
      at: shell.directory.appendingPathComponent("plugins"), withIntermediateDirectories: false)
    try Installation.copy(
      Installation.builtProducts.appendingPathComponent("EchoPlugin"),
      to: shell.directory.appendingPathComponent("build/run"))
    try describe(version: "1.0.0")
  }

  private func describe(version: String, more: String = "") throws {
    let manifest =
      #"{"name": "echo", "version": "\#(version)", "executable": "run", "#
      + #""services": ["test.echo.v1.Echo"]\#(more)}"#
    try Data(manifest.utf8).write(to: shell.directory.appendingPathComponent("build/plugin.json"))
  }

  private func install(_ arguments: String...) async throws -> Outcome {
    try await shell.run(["plugin", "install", "build", "--plugin-path", "plugins"] + arguments)
  }

  @Test("steward plugin install adds or replaces a plugin of a running host, and calls go on")
  func running() async throws {
    let daemon = try await Daemon(shell, "--plugin-path", "plugins")
    let first = try await install("-o", "id")
    #expect(first.output == "echo\n" && first.status == 0, "\(first.errors)")
    #expect(first.errors.hasPrefix("Installed plugin echo in "))
    #expect(try await say("one") == "\"one\"\n")

    // The executable is running, so the kernel lets no process write to it.
    try describe(version: "2.0.0")
    let second = try await install()
    #expect(second.status == 0, "\(second.errors)")
    #expect(second.errors.hasPrefix("Replaced plugin echo in "))
    #expect(second.output.contains("2.0.0"))
    #expect(try await say("two") == "\"two\"\n")
    let left = try await shell.bash("ls -A plugins plugins/echo")
    #expect(left.output == "plugins:\necho\n\nplugins/echo:\nplugin.json\nrun\n")
    #expect(try await daemon.stop() == 0)
  }

  private func say(_ text: String) async throws -> String {
    try await shell.steward("call", "Echo/Say", "-d", "\"\(text)\"").output
  }

  @Test("steward plugin install says that grants must be accepted, and the old process goes on")
  func grants() async throws {
    let daemon = try await Daemon(shell, "--plugin-path", "plugins")
    try describe(version: "1.0.0", more: #", "grants": {"store": true}"#)
    let first = try await install()
    #expect(
      first.status == 0 && first.errors.contains("steward plugin trust echo"), "\(first.errors)")
    #expect(try await shell.steward("call", "Echo/Say", "-d", "\"x\"").status == 19)
    #expect(try await shell.steward("plugin", "trust", "echo", "--yes").status == 0)
    #expect(try await say("one") == "\"one\"\n")

    #expect(try await shell.bash("printf x >> build/run").status == 0)
    let second = try await install()
    #expect(
      second.status == 0 && second.errors.contains("a different executable"), "\(second.errors)")
    #expect(try await say("two") == "\"two\"\n")
    #expect(try await shell.steward("plugin", "trust", "echo", "--yes").status == 0)
    #expect(try await shell.steward("plugin", "reload", "echo").status == 0)
    #expect(try await say("three") == "\"three\"\n")
    #expect(try await daemon.stop() == 0)
  }

  @Test("steward plugin install speaks of a running host only if one runs")
  func unseen() async throws {
    let arguments = ["plugin", "install", "build", "--into", "plugins"]
    let daemon = try await Daemon(shell)
    let during = try await shell.run(arguments)
    #expect(during.status == 0, "\(during.errors)")
    #expect(during.errors.contains("The running host doesn't look for plugins there."))
    #expect(try await daemon.stop() == 0)
    let after = try await shell.run(arguments)
    #expect(after.status == 0, "\(after.errors)")
    #expect(after.errors.contains("A host finds the plugin only with --plugin-path "))
    #expect(!after.errors.contains("running host"), "\(after.errors)")
  }

  @Test("steward plugin install needs neither a host nor an installation")
  func alone() async throws {
    #expect(try await install().status == 0)
    #expect(try await shell.bash("ls plugins/echo").output == "plugin.json\nrun\n")
  }

  @Test(
    "steward plugin install refuses an invalid plugin, names its file or field, and changes nothing"
  )
  func refused() async throws {
    #expect(try await install().status == 0)
    try describe(version: "2.0.0", more: #", "limits": {"start_timeout": "soon"}"#)
    let broken = try await install()
    #expect(broken.status == 13 && broken.errors.contains("build/plugin.json"), "\(broken.errors)")
    try describe(version: "2.0.0")
    let script = try await shell.bash("ln -s /etc/hostname build/link")
    #expect(script.status == 0)
    let link = try await install()
    #expect(link.status == 13 && link.errors.contains("build/link"), "\(link.errors)")
    let missing = try await shell.run(["plugin", "install", "nowhere", "--into", "plugins"])
    #expect(missing.status == 15)
    let nowhere = try await shell.run(["plugin", "install", "build"])
    #expect(nowhere.status == 64 && nowhere.errors.contains("--into DIR"))
    let left = try await shell.bash("ls -A plugins; grep -o '1.0.0' plugins/echo/plugin.json")
    #expect(left.output == "echo\n1.0.0\n")
  }
}
