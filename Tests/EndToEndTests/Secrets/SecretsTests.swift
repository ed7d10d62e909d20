import Foundation
import Testing

@Suite("Secrets", .timeLimit(.minutes(5)))
struct SecretsTests {
  /// The search covers all other responses, errors, logs, events, lists and files, and the
  /// arguments and the environment of the processes.
  @Test(
    "Each secret appears in the one response that shows it, and in no other output, file or process"
  )
  func nowhereElse() async throws {
    let (shell, witness) = (try Shell(), SecretScanner())
    let daemon = try await Daemon(shell, "--log-level", "debug", "--http", "127.0.0.1:0")
    var minting = Minting(shell, witness)
    try await minting.run()
    let looking = Looking(shell: shell, witness: witness)
    // The shortest secret comes first: it has no prefix, and is the hardest to tell from a name.
    let misused = minting.texts.values.sorted { $0.count < $1.count }.map(MisusedSecret.init)
    try await Mistakes(shell: shell, witness: witness, secrets: misused).make()
    // From now on, crash reports contain the last log lines of the plugins.
    for plugin in try ProcessTable.children(of: daemon.pid) { kill(plugin, SIGKILL) }
    try await looking.atCommands()
    try await looking.atFiles()
    try looking.atProcesses(of: daemon.pid)
    #expect(try await daemon.stop() == 0)
    witness.see(await daemon.log(), in: "the daemon's log")

    #expect(witness.secrets.count == 24, "\(witness.secrets)")
    #expect(witness.betrayals() == [])
  }

  @Test("A command's credential is in no plugin's environment or arguments")
  func environment() async throws {
    let (shell, witness) = (try Shell(), SecretScanner())
    var minting = Minting(shell, witness)
    try await minting.claim()
    let process = shell.process(shell.installation.steward, ["batch", "-"])
    process.environment?["STEWARD_TOKEN"] = minting.texts["first admin key"]
    let (input, output) = (Pipe(), TerminalSession())
    process.standardInput = input
    process.standardOutput = output.pipe
    let exit = Task { try await process.runToEnd() }
    try input.fileHandleForWriting.write(
      contentsOf: Data("{\"method\": \"Orgs/List\", \"request\": {}}\n".utf8))
    try await output.heard("\"id\":1")

    let plugins = try ProcessTable.children(of: process.processIdentifier)
    #expect(plugins.count == 2, "auth, which knows whose it is, and orgs")
    for plugin in plugins {
      witness.see(try ProcessTable.bytes("environ", of: plugin), in: "a plugin's environment")
      witness.see(try ProcessTable.bytes("cmdline", of: plugin), in: "a plugin's arguments")
    }
    #expect(witness.betrayals() == [])
    let own = try ProcessTable.bytes("environ", of: process.processIdentifier)
    #expect(own.isEmpty || String(decoding: own, as: UTF8.self).contains("STEWARD_TOKEN"))
    try input.fileHandleForWriting.close()
    #expect(try await exit.value == 0)
  }
}
