import Foundation
import Testing

/// Everything that an installation shows to a caller who may see all of it.
struct Looking {
  let shell: Shell
  let witness: SecretScanner

  /// Scans the output of every command that shows something, in every format.
  func atCommands() async throws {
    let commands = try await commands()
    try await withThrowingTaskGroup { group in
      for format in ["table", "json", "jsonl", "yaml", "id"] {
        group.addTask {
          for command in commands { try await see(command + ["-o", format]) }
        }
      }
      group.addTask {
        for plugin in Installation.plugins {
          try await see(["plugin", "info", plugin, "-o", "json"])
          try await see(["plugin", "logs", plugin])
        }
      }
      try await group.waitForAll()
    }
  }

  private func commands() async throws -> [[String]] {
    func first(_ arguments: String...) async throws -> String {
      try #require(try await shell.run(arguments + ["-o", "id"]).lines.first)
    }
    let room = try await first("workspaces", "list", "--default")
    return [
      ["orgs", "list"], ["orgs", "get", try await first("orgs", "list")],
      ["workspaces", "list", "--default"], ["workspaces", "get", room],
      ["workspaces", "members", "list", room],
      ["users", "list"], ["users", "get", try await first("users", "list")],
      ["invites", "list"], ["invites", "get", try await first("invites", "list")],
      ["keys", "list"], ["keys", "get", try await first("keys", "list")],
      ["admin-keys", "list", "--revoked"], ["auth", "whoami", "--session"],
      ["auth", "sessions", "--session", "--ended"],
      ["audit", "list", "--all"], ["audit", "verify"], ["watch", "--from", "1", "--once"],
      ["status"], ["plugin", "list"], ["doctor"],
    ]
  }

  private func see(_ arguments: [String]) async throws {
    let outcome = try await shell.run(arguments)
    let command = arguments.joined(separator: " ")
    #expect(outcome.status == 0, "\(command): \(outcome.errors)")
    witness.see(outcome.output + outcome.errors, in: command)
  }

  /// Scans every file of the data directory, and the files of `export` and `backup`. Leaves out the
  /// file of the master key.
  func atFiles() async throws {
    let kept = shell.directory.appendingPathComponent("kept")
    try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: true)
    for command in ["export", "backup"] {
      let outcome = try await shell.run([command, kept.appendingPathComponent(command).path])
      #expect(outcome.status == 0, "\(outcome.errors)")
      witness.see(outcome.output + outcome.errors, in: command)
    }
    for directory in [shell.data, kept] {
      for name in try FileManager.default.subpathsOfDirectory(atPath: directory.path)
      where name != "master.key" {
        let bytes = FileManager.default.contents(atPath: "\(directory.path)/\(name)")
        witness.see(bytes ?? Data(), in: "file \(name)")
      }
    }
  }

  /// Scans the arguments and the environment of a host and of its plugins.
  func atProcesses(of host: Int32) throws {
    let plugins = try ProcessTable.children(of: host)
    #expect(plugins.count == Installation.plugins.count)
    for process in plugins + [host] {
      witness.see(try ProcessTable.bytes("cmdline", of: process), in: "arguments of \(process)")
      witness.see(try ProcessTable.bytes("environ", of: process), in: "environment of \(process)")
    }
  }
}

/// The kernel's data about processes. (proc(5))
enum ProcessTable {
  /// Returns a file of the kernel's data about a process; nothing if only root may read the file,
  /// because the process keeps its memory private.
  static func bytes(_ name: String, of process: Int32) throws -> Data {
    let path = "/proc/\(process)/\(name)"
    guard geteuid() == 0 || access(path, R_OK) == 0 else { return Data() }
    return try #require(FileManager.default.contents(atPath: path))
  }

  static func children(of parent: Int32) throws -> [Int32] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap(Int32.init).filter {
      guard let bytes = FileManager.default.contents(atPath: "/proc/\($0)/stat") else {
        return false
      }
      // The state and the parent follow the name, which may contain anything.
      let fields = String(decoding: bytes, as: UTF8.self).split(separator: ")").last?
        .split(separator: " ")
      return fields?.dropFirst().first.flatMap { Int32($0) } == parent
    }
  }
}
