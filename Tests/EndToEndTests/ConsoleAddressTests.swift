import Foundation
import Testing

@Suite("Where the console is", .timeLimit(.minutes(2)))
struct ConsoleAddressTests {
  private let shell: Shell

  init() throws {
    shell = try Shell()
  }

  private func file(_ name: String) -> URL { shell.data.appendingPathComponent(name) }

  @Test(
    "A host without a terminal writes the claim's address into a private file, not into its log")
  func claim() async throws {
    let daemon = try await Daemon(shell, "--http", "127.0.0.1:0")
    try await daemon.heard("to set up Steward, open the address in")
    let address = try String(contentsOf: file("claim"), encoding: .utf8)
    let code = try #require(
      address.firstMatch(of: #/^http://127\.0\.0\.1:[0-9]+/console/claim#([-0-9A-Z]+)\n$/#)?.output
        .1)
    let mode = try FileManager.default.attributesOfItem(atPath: file("claim").path)[
      .posixPermissions]
    #expect(mode as? Int == 0o600)

    let again = try await shell.steward("console").output
    #expect(again.hasSuffix("\n") && again.contains("/console/claim#") && again != address)
    let initialized = try await shell.steward(
      "init", "--org", "Acme", "--name", "Ada", "--email", "ada@example.com", "--password-file",
      "-", input: "correct horse battery staple")
    #expect(initialized.status == 0)
    let claimed = try await shell.steward("console").output
    let origin = try #require(address.firstMatch(of: #/^http://[^/]+/#)?.output)
    #expect(claimed == "\(origin)/console/\n")

    #expect(try await daemon.stop() == 0)
    #expect(await !daemon.log().contains(code))
    #expect(!FileManager.default.fileExists(atPath: file("claim").path))
    let refused = try await shell.steward("console")
    #expect(refused.status != 0 && refused.errors.contains("steward serve"))
  }

  @Test("A later host without HTTP forgets where the console of a killed one was")
  func killed() async throws {
    let first = try await Daemon(shell, "--http", "127.0.0.1:0")
    try await first.heard("to set up Steward")
    try await first.kill()
    #expect(FileManager.default.fileExists(atPath: file("console").path))
    let second = try await Daemon(shell)
    #expect(try await shell.steward("console").status != 0)
    #expect(try await second.stop() == 0)
  }

  @Test("A host serves even if it can't find out whether the installation is claimed")
  func withoutAuth() async throws {
    let shell = try Shell(Installation.withoutAuth)
    let daemon = try await Daemon(shell, "--http", "127.0.0.1:0")
    try await daemon.heard("where the console is can't be told")
    #expect(try await shell.steward("status", "--check").status == 0)
    #expect(try await daemon.stop() == 0)
  }
}
