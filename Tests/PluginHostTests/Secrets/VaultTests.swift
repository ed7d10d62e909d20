import Foundation
import IPC
import Status
import Store
import Testing

@testable import PluginHost

@Suite("The vault")
struct VaultTests {
  private let folder = Folder()
  private let store: Store

  init() throws {
    store = try Store.open(
      directory: "\(folder.path)/store", options: StoreOptions(mapSize: 8 << 20, durable: false))
  }

  private var keyFile: String { "\(folder.path)/master.key" }

  private func vault(_ source: MasterKeySource = .dataDirectory) -> Vault {
    Vault(source, dataDirectory: folder.path, store: store)
  }

  private func secret(
    _ purpose: String = "keys", from source: MasterKeySource = .dataDirectory
  ) async throws -> [UInt8] {
    try #require(try await vault(source).secrets(for: [purpose])[purpose])
  }

  /// Returns the reason of the refusal, and its message with the folder's path as "TMP".
  private func refusal(
    _ source: MasterKeySource = .dataDirectory
  ) async -> (reason: String, message: String) {
    let status = await status { try await secret(from: source) }
    return (
      status.reason.rawValue, status.message.replacingOccurrences(of: folder.path, with: "TMP")
    )
  }

  private func provide(_ name: String, _ byte: UInt8, mode: mode_t = 0o600) throws -> String {
    let path = "\(folder.path)/\(name)"
    try Data(repeating: byte, count: 32).write(to: URL(fileURLWithPath: path))
    chmod(path, mode)
    return path
  }

  @Test("The vault makes the master key for its owner alone when a secret is first needed")
  func made() async throws {
    #expect(try await vault().secrets(for: []).isEmpty)
    #expect(!FileManager.default.fileExists(atPath: keyFile))
    #expect(try await secret().count == 32)
    let attributes = try FileManager.default.attributesOfItem(atPath: keyFile)
    #expect(attributes[.posixPermissions] as? Int == 0o600 && attributes[.size] as? Int == 32)
  }

  @Test("The secret of a purpose is stable and differs from other secrets and the key")
  func derived() async throws {
    let first = try await secret("keys")
    #expect(try await secret("keys") == first)
    let both = try await vault().secrets(for: ["keys", "auth"])
    #expect(both["keys"] == first)
    let key = Array(try Data(contentsOf: URL(fileURLWithPath: keyFile)))
    #expect(Set([first, both["auth"], key, MasterKey(key).mark]).count == 4)
  }

  @Test("No plugin gets the secret of another plugin for the same purpose")
  func namespaces() async throws {
    let vault = vault()
    var secrets: Set<[UInt8]> = []
    for plugin in [nil, "a", "b"] {
      secrets.insert(try #require(try await vault.secrets(for: ["mail"], of: plugin)["mail"]))
    }
    #expect(secrets.count == 3)
    let again = try await vault.secrets(for: ["mail"], of: "a")["mail"]
    #expect(secrets.contains(try #require(again)))
  }

  @Test("A secret is the HKDF-SHA256 of RFC 5869 over the master key and the purpose")
  func vector() throws {
    // Computed separately with Python's `hmac`.
    let expected = "b57d52b3ef42d51ccc0523fb22187eeb2018d741638aad888d0f79277406c9fd"
    let secret = MasterKey([UInt8](0..<32)).secret(for: "api-keys")
    #expect(secret.map { String(format: "%02x", $0) }.joined() == expected)
  }

  @Test("Concurrent first requests for a secret get the same secret")
  func together() async throws {
    let secrets = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<20 { group.addTask { try await secret() } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(secrets.count == 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.sorted() == ["master.key", "store"])
  }

  @Test("A master key that was used and is missing is refused and not replaced")
  func missing() async throws {
    _ = try await secret()
    try FileManager.default.removeItem(atPath: keyFile)
    let refusal = await refusal()
    #expect(refusal.reason == "MASTER_KEY_MISSING")
    #expect(
      refusal.message == "The master key \"TMP/master.key\" is missing. Put the key of this "
        + "store there, or name its path in STEWARD_MASTER_KEY_FILE.")
    #expect(!FileManager.default.fileExists(atPath: keyFile))
  }

  @Test("A master key other than the one that was used is refused")
  func wrong() async throws {
    let first = try await secret()
    let other = try provide("other.key", 9)
    #expect(await refusal(.file(other)).reason == "MASTER_KEY_WRONG")
    // The right key is still accepted, wherever it is.
    try FileManager.default.copyItem(atPath: keyFile, toPath: "\(folder.path)/copy.key")
    #expect(try await secret(from: .file("\(folder.path)/copy.key")) == first)
  }

  @Test("A master key that others can read is refused with the command that fixes it")
  func exposed() async throws {
    _ = try await secret()
    chmod(keyFile, 0o640)
    let refusal = await refusal()
    #expect(refusal.reason == "MASTER_KEY_EXPOSED")
    #expect(
      refusal.message
        == "Other users may read the master key. Run: chmod 600 \"TMP/master.key\"")
  }

  @Test("A master key of the wrong length is refused", arguments: [0, 31, 33, 64])
  func malformed(length: Int) async throws {
    try Data(repeating: 1, count: length).write(to: URL(fileURLWithPath: keyFile))
    chmod(keyFile, 0o600)
    #expect(await refusal().reason == "MASTER_KEY_MALFORMED")
  }

  @Test("The operator's key file is used, and never created")
  func provided() async throws {
    let absent = await refusal(.file("\(folder.path)/absent"))
    #expect(absent.reason == "MASTER_KEY_MISSING")
    let path = try provide("given.key", 3)
    #expect(
      try await secret("a", from: .file(path))
        == MasterKey([UInt8](repeating: 3, count: 32)).secret(for: "a"))
    #expect(!FileManager.default.fileExists(atPath: keyFile))
  }

  @Test("A credential file may be readable by its group, as from systemd, but not by everyone")
  func credential() async throws {
    let path = try provide("credential", 4, mode: 0o440)
    #expect(await refusal(.file(path)).reason == "MASTER_KEY_EXPOSED")
    _ = try await secret(from: .credential(path))
    chmod(path, 0o444)
    #expect(await refusal(.credential(path)).reason == "MASTER_KEY_EXPOSED")
  }

  @Test(
    "The key comes from the environment's file, else from a credential, else from the directory")
  func sources() throws {
    let credentials = ["CREDENTIALS_DIRECTORY": folder.path]
    #expect(MasterKeySource.standard(environment: credentials) == .dataDirectory)
    let path = try provide("steward-master-key", 5)
    #expect(MasterKeySource.standard(environment: credentials) == .credential(path))
    let both = credentials.merging(["STEWARD_MASTER_KEY_FILE": "/k"]) { first, _ in first }
    #expect(MasterKeySource.standard(environment: both) == .file("/k"))
    #expect(MasterKeySource.standard(environment: [:]) == .dataDirectory)
  }
}
