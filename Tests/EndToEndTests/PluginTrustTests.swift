import Foundation
import Testing

@Suite("Trust in plugins on the command line", .timeLimit(.minutes(2)))
struct PluginTrustTests {
  private static let call = ["call", "acme.greeter.v1.Greeter/Greet", "-d", #"{"name": "Ada"}"#]

  private let shell: Shell

  init() async throws {
    shell = try Shell()
    let folder = shell.directory.appendingPathComponent("plugins/greeter")
    try Installation.copy(
      Installation.builtProducts.appendingPathComponent("GreeterPlugin"),
      to: folder.appendingPathComponent("greeter"))
    let manifest = """
      {"name": "greeter", "version": "1.0.0", "executable": "greeter",
       "services": ["acme.greeter.v1.Greeter"],
       "grants": {"calls": ["steward.orgs.v1.Orgs/List"]}}
      """
    try Data(manifest.utf8).write(to: folder.appendingPathComponent("plugin.json"))
  }

  @Test(
    "A plugin with a grant waits for the operator's acceptance, with and without a daemon",
    arguments: [false, true])
  func waits(withDaemon: Bool) async throws {
    let daemon = withDaemon ? try await Daemon(shell, "--plugin-path", "plugins") : nil
    let path = withDaemon ? [] : ["--plugin-path", "plugins"]

    let early = try await shell.run(Self.call + path)
    #expect(early.status == 19)
    #expect(early.errors.contains("steward plugin trust greeter"), "\(early.errors)")
    #expect(try await shell.run(["plugin", "trust", "greeter"] + path).status == 64)

    let accepted = try await shell.run(["plugin", "trust", "greeter", "--yes"] + path)
    #expect(accepted.status == 0)
    #expect(accepted.errors.contains("It may call steward.orgs.v1.Orgs/List."))
    #expect(try await shell.run(Self.call + path).output.contains("Hello, Ada!"))

    let revoked = try await shell.run(["plugin", "trust", "greeter", "--revoke"] + path)
    #expect(revoked.output.contains("needs acceptance"), "\(revoked.errors)")
    #expect(try await shell.run(Self.call + path).status == 19)
    if let daemon {
      #expect(try await daemon.stop() == 0)
      #expect(await daemon.log().contains("steward plugin trust greeter"))
    }
  }

  @Test("steward plugin trust asks on a terminal, and only a whole yes accepts")
  func asks() async throws {
    let command = "steward plugin trust greeter --plugin-path plugins"
    let declined = Terminal(shell, command)
    try await declined.type(["Type yes to accept this: ": "y"])
    #expect(try await declined.end().status == 64)
    let accepted = Terminal(shell, command)
    try await accepted.type(["Type yes to accept this: ": "yes"])
    let (status, shown) = try await accepted.end()
    #expect(status == 0, "\(shown)")
    #expect(shown.contains("trusted"))
  }

  @Test("A folder that others may write to is refused as a place for plugins")
  func writableFolder() async throws {
    let plugins = shell.directory.appendingPathComponent("plugins")
    chmod(plugins.path, 0o777)
    let call = try await shell.run(Self.call + ["--plugin-path", "plugins"])
    #expect(call.status == 24)
    #expect(call.errors.contains("can be written to by others"), "\(call.errors)")
    #expect(call.errors.contains("run: chmod go-w"), "\(call.errors)")
  }
}
