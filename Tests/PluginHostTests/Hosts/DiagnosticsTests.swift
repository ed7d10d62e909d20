import Foundation
import HostProtos
import HostServices
import IPC
import Store
import Testing

@testable import PluginHost

@Suite("The host's diagnostics", .timeLimit(.minutes(1)))
struct DiagnosticsTests {
  private let plugins = Plugins()
  private let data = Folder()
  private var directory: DataDirectory { DataDirectory(path: "\(data.path)/data") }

  /// Runs a host, calls `happening`, and returns the findings of the diagnostics by check.
  private func findings(
    after happening: () throws -> Void = {}
  ) async throws -> [String: Finding] {
    var found: [Finding] = []
    try await Hosting.run(plugins, data: data) { hosting in
      try happening()
      found = try await MaintenanceClient(hosting.host.channel).examine(ExamineRequest()).findings
    }
    for finding in found { #expect(finding.remedy.isEmpty == (finding.severity == "ok")) }
    return Dictionary(uniqueKeysWithValues: found.map { ($0.check, $0) })
  }

  private func chmod(_ name: String, _ mode: Int) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: "\(directory.path)/\(name)")
  }

  private func records(_ body: @escaping @Sendable (inout WriteTransaction) throws -> Void)
    async throws
  {
    let store = try Store.open(directory: directory.store, options: StoreOptions(durable: false))
    try await store.write(Change(actor: "a/b", plugin: "test", method: "x.Y/Z"), body)
  }

  @Test("The diagnostics find no error in a new installation")
  func well() async throws {
    try plugins.addEcho()
    let found = try await findings()
    #expect(found.values.filter { $0.severity == "error" } == [])
    for check in [
      "data.permissions", "data.keys", "data.master-key", "store.integrity", "store.readers",
      "store.size", "disk.space", "plugins",
    ] {
      #expect(found[check]?.severity == "ok", "\(check)")
    }
    #expect(found["kernel.landlock"] != nil)
  }

  @Test("The diagnostics find files that other users can read")
  func exposed() async throws {
    let found = try await findings {
      try chmod("", 0o755)
      try chmod("store/data.mdb", 0o644)
    }
    #expect(found["data.permissions"]?.severity == "warning")
    #expect(found["data.permissions"]?.remedy == "Run: chmod 700 \(directory.path)")
    #expect(found["data.keys"]?.severity == "error")
    #expect(found["data.keys"]?.remedy == "Run: chmod 600 \(directory.path)/store/data.mdb")
  }

  @Test("The diagnostics find what an interrupted backup left, and ignore a running backup")
  func leftovers() async throws {
    _ = try await findings()
    for name in ["backup-\(Int32.max)-1", "backup-\(getpid())-1"] {
      mkdir("\(directory.path)/\(name)", 0o700)
    }
    let found = try await findings()["data.leftovers"]
    #expect(found?.severity == "warning")
    #expect(found?.remedy == "Run: rm -r \(directory.path)/backup-\(Int32.max)-1")
  }

  @Test("The diagnostics find plugins that can't be used, with the remedy of each")
  func plugins() async throws {
    #expect(try await findings()["plugins"]?.severity == "error")
    try plugins.folder.write("broken/plugin.json", "{")
    let found = try await findings()
    #expect(found["plugins.broken"]?.severity == "error")
  }

  @Test("The diagnostics find a log that was cut off, and a checkpoint of another store")
  func checkpoint() async throws {
    _ = try await findings()
    for _ in 0..<2 {
      try await records { tx in try tx.record(action: "x.made", resource: "x") }
    }
    _ = try await findings()  // The host writes the checkpoint when it stops.
    try FileManager.default.removeItem(atPath: directory.store)
    try await records { tx in try tx.record(action: "x.made", resource: "y") }
    let replaced = try await findings()["store.integrity"]
    #expect(replaced?.severity == "error")
    #expect(replaced?.message.contains("was cut off") == true)
    unlink("\(directory.path)/master.key")
    try data.write("data/master.key", String(repeating: "k", count: 32))
    try chmod("master.key", 0o600)
    try FileManager.default.removeItem(atPath: directory.store)
    try await records { tx in try tx.record(action: "x.made", resource: "y") }
    let foreign = try await findings()["store.integrity"]
    #expect(foreign?.severity == "error")
    #expect(foreign?.message.contains("another master key") == true)
  }

  @Test("The diagnostics find a master key that is missing, wrong or exposed")
  func masterKey() async throws {
    _ = try await findings()
    unlink("\(directory.path)/master.key")
    let missing = try await findings()["data.master-key"]
    #expect(missing?.severity == "error")
    #expect(missing?.message.contains("is missing.") == true)
    #expect(missing?.remedy.hasPrefix("Put the key of this store there") == true)
    try data.write("data/master.key", String(repeating: "k", count: 32))
    try chmod("master.key", 0o600)
    #expect(try await findings()["data.master-key"]?.message.contains("does not match") == true)
    let exposed = try await findings { try chmod("master.key", 0o644) }
    #expect(exposed["data.master-key"]?.message == "Other users may read the master key.")
    #expect(exposed["data.keys"]?.severity == "error")
  }
}
