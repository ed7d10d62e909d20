import Foundation
import Testing

@Suite("Manifest changes under a running host", .timeLimit(.minutes(2)))
struct ManifestReloadTests {
  let shell: Shell

  init() async throws {
    shell = try Shell()
    let plugin = shell.directory.appendingPathComponent("plugins/echo")
    try Installation.copy(
      Installation.builtProducts.appendingPathComponent("EchoPlugin"),
      to: plugin.appendingPathComponent("run"))
    try write(#""version": "1.0.0", "services": ["test.echo.v1.Echo"]"#)
  }

  @Test("A changed manifest is used by the plugin's next process")
  func used() async throws {
    let daemon = try await Daemon(shell, "--plugin-path", "plugins")
    #expect(try await version() == "1.0.0")
    let first = try await pid()
    try write(
      #""version": "2.0.0", "services": ["test.echo.v1.Echo"], "config": {"a": "b"}"#)
    #expect(try await version() == "1.0.0")
    let reloaded = try await shell.steward("plugin", "reload", "echo")
    #expect(reloaded.status == 0, "\(reloaded.errors)")
    #expect(try await version() == "2.0.0")
    #expect(try await pid() != first)
    #expect(try await daemon.stop() == 0)
  }

  @Test("A host reads changed manifests on SIGHUP, and does not end")
  func hangUp() async throws {
    let daemon = try await Daemon(shell, "--plugin-path", "plugins")
    #expect(try await version() == "1.0.0")
    try write(#""version": "2.0.0", "services": ["test.echo.v1.Echo"]"#)
    kill(daemon.pid, SIGHUP)
    try await daemon.heard("plugins are reloaded")
    #expect(try await version() == "2.0.0")
    #expect(try await daemon.stop() == 0)
  }

  @Test("A host ends in order if the terminal that it was started from is gone")
  func terminalGone() async throws {
    let outcome = try await shell.bash(
      """
      cat > terminal.py <<'END'
      import os, pty, signal
      child, terminal = pty.fork()
      if child == 0:
          # A terminal's programs block no signals, and those of this test's do.
          signal.pthread_sigmask(signal.SIG_SETMASK, [])
          os.execvp("bash", ["bash", "-c", "steward serve --no-http 2> log; echo ended $? > end"])
      while b"listening on" not in open("log", "rb").read() if os.path.exists("log") else True:
          pass
      os.close(terminal)
      os.waitpid(child, 0)
      END
      python3 terminal.py
      until [ ! -e "$STEWARD_DATA/steward.sock" ]; do :; done
      grep -c stopping log
      """)
    #expect(outcome.lines == ["1"], "\(outcome.errors)")
  }

  @Test(
    "A wrong manifest is refused with the place of its mistake, and the old process stays",
    arguments: [
      ("{", "plugin.json"), (#"{"name": "echo", "versoin": "1"}"#, "versoin"),
      (#"{"name": "other", "version": "1", "executable": "run"}"#, "name"),
      (
        #"{"name": "echo", "version": "1", "executable": "run", "services": ["steward.orgs.v1.Orgs"]}"#,
        "steward.orgs.v1.Orgs"
      ), (#"{"name": "echo", "version": "1", "executable": "nothing"}"#, "nothing"),
    ])
  func refused(_ manifest: String, word: String) async throws {
    let daemon = try await Daemon(shell, "--plugin-path", "plugins")
    _ = try await shell.steward("call", "Echo/Say", "-d", #""x""#)
    let first = try await pid()
    try Data(manifest.utf8).write(to: file)
    let refused = try await shell.steward("plugin", "reload", "echo")
    #expect(refused.status != 0 && refused.errors.contains(word), "\(refused.errors)")
    #expect(try await pid() == first)
    #expect(try await shell.steward("call", "Echo/Say", "-d", #""x""#).status == 0)
    #expect(try await daemon.stop() == 0)
  }

  @Test("A plugin that was unusable works after its manifest is corrected and reloaded")
  func mended() async throws {
    try Data("{".utf8).write(to: file)
    let daemon = try await Daemon(shell, "--plugin-path", "plugins")
    let call = try await shell.steward("call", "Echo/Say", "-d", #""x""#)
    #expect(call.status == 22)
    #expect(
      call.errors.contains("Plugin echo can't be used: ")
        && call.errors.contains("plugins/echo/plugin.json"))
    try write(#""version": "1.0.0", "services": ["test.echo.v1.Echo"]"#)
    #expect(try await shell.steward("plugin", "reload", "echo").status == 0)
    #expect(try await shell.steward("call", "Echo/Say", "-d", #""x""#).status == 0)
    #expect(try await daemon.stop() == 0)
  }

  @Test("A call to a plugin whose manifest breaks a rule names the plugin, the file and the rule")
  func named() async throws {
    try write(#""version": "1.0.0", "services": ["test.echo.v1.Echo"], "start": "never""#)
    let call = try await shell.steward(
      "call", "Echo/Say", "-d", #""x""#, "--plugin-path", "plugins")
    #expect(call.status == 24)
    for word in ["echo", "plugins/echo/plugin.json", "start"] {
      #expect(call.errors.contains(word), "\(call.errors)")
    }
  }

  @Test("A plugin path that leads to nothing or to a plugin is refused with the probable mistake")
  func paths() async throws {
    let none = try await shell.steward("orgs", "create", "Acme", "--plugin-path", "nowhere")
    #expect(none.status == 64 && none.errors.contains("'nowhere' is not a directory"))
    let plugin = try await shell.steward("orgs", "create", "Acme", "--plugin-path", "plugins/echo")
    #expect(plugin.status == 64)
    #expect(plugin.errors.contains("--plugin-path \(shell.directory.path)/plugins"))
  }

  private var file: URL { shell.directory.appendingPathComponent("plugins/echo/plugin.json") }

  private func write(_ fields: String) throws {
    try Data("{\"name\": \"echo\", \"executable\": \"run\", \(fields)}".utf8).write(to: file)
  }

  private func version() async throws -> String? {
    _ = try await shell.steward("call", "Echo/Say", "-d", #""x""#)
    return try await shell.object("plugin", "info", "echo")["version"] as? String
  }

  private func pid() async throws -> Int? {
    try await shell.object("plugin", "info", "echo")["pid"] as? Int
  }
}
