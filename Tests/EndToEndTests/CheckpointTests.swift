import Foundation
import Testing

@Suite("Checkpoints of the log", .timeLimit(.minutes(2)))
struct CheckpointTests {
  @Test(
    "A data directory that was rolled back passes verification alone, but not with shipped ones")
  func rolledBack() async throws {
    let shell = try Shell()
    for name in ["Acme", "Globex"] {
      let daemon = try await Daemon(shell, "--audit-checkpoint", "shipped")
      _ = try await shell.id("orgs", "create", name)
      #expect(try await shell.steward("status").output.contains("audit checkpoints"))
      #expect(try await daemon.stop() == 0)
      if name == "Acme" { _ = try await shell.bash("cp -rp data older") }
    }
    let whole = try await shell.steward("audit", "verify", "--shipped", "shipped")
    #expect(whole.status == 0, "\(whole.errors)")
    #expect(whole.output.contains("2 shipped checkpoints"))

    _ = try await shell.bash("mv data newer; mv older data")
    let alone = try await shell.steward("audit", "verify")
    #expect(alone.status == 0, "\(alone.errors)")
    #expect(alone.output.contains("rests on"))
    let beside = try await shell.steward("audit", "verify", "--shipped", "shipped")
    #expect(beside.status == 25)
    #expect(beside.errors.contains("The log was cut off"), "\(beside.errors)")
  }

  @Test("A malformed target of checkpoints is refused before anything starts")
  func malformed() async throws {
    let shell = try Shell()
    let refused = try await shell.steward("serve", "--no-http", "--audit-checkpoint", "|logger")
    #expect(refused.status != 0)
    #expect(refused.errors.contains("the absolute path of a program"), "\(refused.errors)")
    #expect(!FileManager.default.fileExists(atPath: shell.data.path))
  }
}
