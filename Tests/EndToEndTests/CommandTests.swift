import Foundation
import Testing

@Suite("Commands, with and without a daemon")
struct CommandTests {
  @Test("An operator's commands work the same with and without a daemon", arguments: [false, true])
  func day(withDaemon: Bool) async throws {
    let shell = try Shell()
    let daemon = withDaemon ? try await Daemon(shell) : nil

    let org = try await shell.id("orgs", "create", "Acme")
    let workspace = try await shell.id("workspaces", "create", "One", "--tag", "env=dev")
    let other = try await shell.id("workspaces", "create", "Two", "--org", org)
    #expect(try await shell.steward("workspaces", "list", "-o", "id").lines == [other, workspace])

    let updated = try await shell.object(
      "workspaces", "update", workspace, "--name", "Uno", "--remove-tag", "env")
    #expect(updated["name"] as? String == "Uno")
    #expect((updated["tags"] as? [String: String])?.isEmpty == true)
    let archived = try await shell.object("workspaces", "archive", workspace)
    #expect((archived["workspace"] as? [String: Any])?["archived_at"] is String)
    #expect(try await shell.steward("workspaces", "list", "-o", "id").lines == [other])

    let renamed = try await shell.object("orgs", "update", org, "--name", "Acme GmbH")
    #expect(renamed["name"] as? String == "Acme GmbH")
    #expect(try await shell.object("orgs", "get", org)["workspace_count"] as? Int == 1)

    let preview = try await shell.object("orgs", "delete", org, "--dry-run")
    #expect(preview["deleted"] as? [String: Int] == ["organization": 1, "workspace": 3])
    _ = try await shell.id("orgs", "delete", org, "--confirm", "Acme GmbH")
    #expect(try await shell.steward("orgs", "list", "-o", "id").lines.isEmpty)

    let events = try await shell.steward("watch", "--from", "1", "--once", "-o", "jsonl")
    #expect(events.lines.count == 11)
    if let daemon { #expect(try await daemon.stop() == 0) }
  }

  @Test(
    "A creation that is repeated with its idempotency key happens once", arguments: [false, true])
  func idempotency(withDaemon: Bool) async throws {
    let shell = try Shell()
    let daemon = withDaemon ? try await Daemon(shell) : nil
    let first = try await shell.id("orgs", "create", "Acme", "--idempotency-key", "k1")
    let second = try await shell.id("orgs", "create", "Acme", "--idempotency-key", "k1")
    #expect(first == second)
    #expect(try await shell.steward("orgs", "list", "-o", "id").lines == [first])
    if let daemon { #expect(try await daemon.stop() == 0) }
  }

  @Test("A command without a daemon leaves no process and no socket behind")
  func nothingLeft() async throws {
    let shell = try Shell()
    _ = try await shell.id("orgs", "create", "Acme")
    let files = try FileManager.default.contentsOfDirectory(atPath: shell.data.path).sorted()
    #expect(files == ["audit.checkpoint", "host.lock", "master.key", "store"])
    #expect(try processes(running: shell.data).isEmpty)
  }

  @Test("A change that was acknowledged before kill -9 is kept, and no plugin outlives the host")
  func hostKilled() async throws {
    let shell = try Shell()
    let daemon = try await Daemon(shell)
    let ids = try await [shell.id("orgs", "create", "A"), shell.id("orgs", "create", "B")]
    let listed = try await shell.object("plugin", "info", "orgs")
    let plugin = try #require(listed["pid"] as? Int)
    try await daemon.kill()
    let ended = try await shell.bash("timeout 10 tail --pid=\(plugin) -f /dev/null")
    #expect(ended.status == 0, "process \(plugin) outlives its host")
    #expect(Set(try await shell.steward("orgs", "list", "-o", "id").lines) == Set(ids))
  }

  /// Returns the processes whose environment contains the path of `directory`.
  private func processes(running directory: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { entry in
      guard Int32(entry) != nil,
        let line = FileManager.default.contents(atPath: "/proc/\(entry)/environ")
      else { return false }
      return String(decoding: line, as: UTF8.self).contains(directory.path)
    }
  }
}

extension Shell {
  /// Runs a command that must succeed, and returns the one id that it prints.
  func id(_ arguments: String...) async throws -> String {
    let outcome = try await run(arguments + ["-o", "id"])
    return try #require(outcome.lines.first, "\(outcome.errors)")
  }

  /// Runs a command that must succeed, and returns the object that it prints.
  func object(_ arguments: String...) async throws -> [String: Any] {
    let outcome = try await run(arguments + ["-o", "json"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(object as? [String: Any])
  }
}
