import Crypto
import Foundation
import HostProtos
import HostServices
import IPC
import Status
import Store
import StoreProtos
import Testing

@testable import PluginHost

@Suite("Backup and restoration", .timeLimit(.minutes(1)))
struct BackupTests {
  private let plugins = Plugins()
  private let data = Folder()
  private var file: String { "\(data.path)/backup" }
  private var directory: DataDirectory { DataDirectory(path: "\(data.path)/data") }
  private var configuration: HostConfiguration {
    HostConfiguration(dataDirectory: directory.path, pluginPaths: [plugins.path])
  }

  /// Runs a host on the data directory.
  private func host(_ body: (Hosting) async throws -> Void) async throws {
    try await Hosting.run(plugins, data: data, body)
  }

  /// Records `count` events in the store while no host runs.
  private func record(_ count: Int) async throws {
    let store = try Store.open(
      directory: directory.store, options: StoreOptions(durable: false))
    try await store.write(Change(actor: "a/b", plugin: "test", method: "x.Y/Z")) { transaction in
      for number in 0..<count { try transaction.record(action: "x.made", resource: "\(number)") }
    }
  }

  private func back(_ hosting: Hosting) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    var total: UInt64 = 0
    for try await chunk in try await MaintenanceClient(hosting.host.channel).backup(BackupRequest())
    {
      total = max(total, chunk.totalBytes)
      bytes += chunk.data
    }
    #expect(UInt64(bytes.count) == total)
    return bytes
  }

  private func makeBackup() async throws -> [UInt8] {
    var bytes: [UInt8] = []
    try await host { _ in }
    try await record(1000)
    try await host { bytes = try await back($0) }
    return bytes
  }

  private func restore(_ bytes: [UInt8], isVerified: Bool = true) async throws -> Restoration {
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return try await Restoration.run(file, over: configuration, isVerified: isVerified)
  }

  /// Returns a backup with one bit flipped and with a digest that matches it. Anybody can compute
  /// that digest.
  private func forged(_ backup: [UInt8], at place: Int) -> [UInt8] {
    var body = Array(backup.dropLast(64))
    body[place] ^= 1
    return body + SHA256.hash(data: body) + backup.suffix(32)
  }

  private func moveMasterKey(to name: String) throws {
    try FileManager.default.moveItem(
      atPath: "\(directory.path)/master.key", toPath: "\(data.path)/\(name)")
  }

  private func files(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  @Test("A restored backup is the store of that time, and the replaced store is kept")
  func roundTrip() async throws {
    let bytes = try await makeBackup()
    try await record(5)
    let restored = try await restore(bytes)
    #expect(restored.revision == 1001)
    let replaced = try #require(restored.replaced)
    try await host { hosting in
      let verdict = try await AuditClient(hosting.host.channel).verify(VerifyAuditRequest())
      #expect(verdict.intact)
      #expect(verdict.checked == 1001)
      let last = try await AuditClient(hosting.host.channel).list(ListAuditRequest(limit: 1))
      #expect(last.data.map(\.action) == ["store.restored"])
    }
    #expect(try Store.open(directory: replaced).lastRevision() == 1005)
    #expect(try files(replaced).contains("audit.checkpoint"))
    #expect(try files(directory.path).filter { $0.hasPrefix("backup-") }.isEmpty)
  }

  @Test("A backup is restored into a new data directory only if its master key is there")
  func fresh() async throws {
    let bytes = try await makeBackup()
    try moveMasterKey(to: "kept.key")
    try FileManager.default.removeItem(atPath: directory.path)
    let end = await status { try await restore(bytes) }
    #expect(end.reason == "MASTER_KEY_MISSING")
    #expect(end.message.contains("\(directory.path)/master.key"))
    #expect(try files(directory.path) == ["host.lock"])
    try FileManager.default.moveItem(
      atPath: "\(data.path)/kept.key", toPath: "\(directory.path)/master.key")
    let restored = try await restore(bytes)
    #expect(restored == Restoration(revision: 1001, replaced: nil))
    #expect(try files(directory.path) == ["host.lock", "master.key", "store"])
  }

  @Test("A changed backup is refused although its digest matches the changed bytes")
  func forgery() async throws {
    let bytes = try await makeBackup()
    let before = try files(directory.path)
    for place in [26, 40, 65, 5000, bytes.count - 65] {
      let end = await status { try await restore(forged(bytes, at: place)) }
      #expect(end.reason == "BACKUP_FORGED", "\(place): \(end)")
    }
    #expect(try files(directory.path) == before)
  }

  @Test("A backup of another installation is refused because it needs another master key")
  func foreign() async throws {
    let bytes = try await makeBackup()
    try moveMasterKey(to: "other.key")
    try await record(0)
    try Data(repeating: 7, count: 32).write(to: URL(fileURLWithPath: "\(data.path)/new.key"))
    chmod("\(data.path)/new.key", 0o600)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    var configuration = configuration
    configuration.masterKey = .file("\(data.path)/new.key")
    let end = await status { try await Restoration.run(file, over: configuration) }
    #expect(end.reason == "MASTER_KEY_MISMATCH")
  }

  @Test("An unverified restore needs no master key, and the log records it for ever")
  func unverified() async throws {
    let bytes = try await makeBackup()
    try moveMasterKey(to: "lost.key")
    let restored = try await restore(bytes, isVerified: false)
    #expect(restored.revision == 1001)
    let store = try Store.open(directory: directory.store)
    #expect(try store.events(from: 1001).map(\.action) == ["store.restored_unverified"])
    #expect(
      await status { try await restore(Array(bytes.dropLast()), isVerified: false) }.reason
        == "BACKUP_DAMAGED")
  }

  @Test("An unverified restore doesn't replace a lost master key: the store accepts no other key")
  func lostMasterKey() async throws {
    let bytes = try await makeBackup()
    try moveMasterKey(to: "lost.key")
    _ = try await restore(bytes, isVerified: false)
    let store = try Store.open(directory: directory.store)
    func refusal() async -> StatusReason {
      let vault = Vault(.dataDirectory, dataDirectory: directory.path, store: store)
      return await status { try await vault.secrets(for: ["auth"]) }.reason
    }
    #expect(await refusal() == "MASTER_KEY_MISSING")
    try Data(repeating: 7, count: 32).write(
      to: URL(fileURLWithPath: "\(directory.path)/master.key"))
    chmod("\(directory.path)/master.key", 0o600)
    #expect(await refusal() == "MASTER_KEY_WRONG")
  }

  @Test("A damaged or truncated backup is refused as a whole")
  func damaged() async throws {
    let bytes = try await makeBackup()
    let before = try files(directory.path)
    let reasons: [StatusReason] = [
      "NO_BACKUP", "MASTER_KEY_MISMATCH", "BACKUP_DAMAGED", "BACKUP_FORGED",
    ]
    for place in [0, 16, 17, 24, 25, 40, 57, 64, 65, 5000, bytes.count - 40, bytes.count - 1] {
      var forged = bytes
      forged[place] ^= 1
      let end = await status { try await restore(forged) }
      #expect(reasons.contains(end.reason), "\(place): \(end)")
    }
    for length in [0, 1, 64, 65, 66, bytes.count - 65, bytes.count - 32, bytes.count - 1] {
      let end = await status { try await restore(Array(bytes.prefix(length))) }
      #expect(["NO_BACKUP", "BACKUP_DAMAGED"].contains(end.reason), "\(length): \(end)")
    }
    #expect(await status { try await restore(bytes + [0]) }.reason == "BACKUP_DAMAGED")
    #expect(try files(directory.path) == before)
    try await host { hosting in
      let status = try await hosting.client.getStatus(GetStatusRequest())
      #expect(status.revision == 1000)
    }
  }

  @Test("A restore is refused while a host runs")
  func running() async throws {
    let bytes = try await makeBackup()
    try await Hosting.run(plugins, mode: .daemon, data: data) { _ in
      #expect(await status { try await restore(bytes) }.reason == "HOST_RUNNING")
    }
  }

  @Test("The error about a missing backup file names the file")
  func missing() async {
    let end = await status { try await Restoration.run("/no/such/file", over: configuration) }
    #expect(end.code == .notFound)
    #expect(end.message.contains("/no/such/file"))
  }
}
