internal import IPC
internal import Status
internal import Store

/// Derives secrets from the master key: those that the manifests of plugins ask for, and the host's
/// own.
///
/// The key is read when it is first needed, and then kept in memory. The vault works on the thread
/// of ``Supervision``, where reading and creating a file delays no calls.
@Supervision
final class Vault {
  /// The name under which the store keeps the mark of the master key with which it was first used.
  private nonisolated static let markName = "master_key"

  nonisolated let source: MasterKeySource
  private let dataDirectory: String
  private weak let store: Store?
  private var key: MasterKey?

  /// Creates a vault, which keeps only a weak reference to the store. The host owns the store, and
  /// releases it when it stops.
  nonisolated init(_ source: MasterKeySource, dataDirectory: String, store: Store) {
    self.source = source
    self.dataDirectory = dataDirectory
    self.store = store
  }

  /// Returns the secret of each purpose.
  ///
  /// The plugins that come with Steward share their purposes. Every other plugin has purposes of
  /// its own, so that a plugin of another name gets other secrets.
  ///
  /// - Parameter plugin: The plugin's name; `nil` for a plugin that comes with Steward.
  /// - Throws: ``HostError``, when there is no master key, or when it is not the key with which the
  ///   store was used.
  func secrets(
    for purposes: [String], of plugin: String? = nil
  ) async throws -> [String: [UInt8]] {
    guard !purposes.isEmpty else { return [:] }
    let key = try await masterKey()
    // No manifest can name a purpose that holds a "/".
    let space = plugin.map { "plugin/\($0)/" } ?? ""
    return Dictionary(purposes.map { ($0, key.secret(for: space + $0)) }) { first, _ in first }
  }

  /// Returns the host's own secret of a purpose.
  ///
  /// - Throws: ``HostError``, as ``secrets(for:of:)`` does.
  func secret(for purpose: HostPurpose) async throws -> [UInt8] {
    try await masterKey().secret(for: purpose.rawValue)
  }

  /// Returns the seal that authenticates checkpoints of the log.
  ///
  /// - Throws: ``HostError``, as ``secrets(for:of:)`` does.
  func checkpointSeal() async throws -> CheckpointSeal {
    CheckpointSeal(try await secret(for: .checkpoints))
  }

  /// Reads the key again, and returns whether the store was used with a master key. Returns false
  /// while no master key was needed.
  ///
  /// - Throws: ``HostError``, when there is no master key, or when it is not the key with which the
  ///   store was used.
  func isSettled() throws -> Bool {
    guard let store, let known = try store.read({ tx in try tx.mark(Self.markName) }) else {
      return false
    }
    let key = try MasterKey.load(source, dataDirectory: dataDirectory, isInUse: true)
    guard known == key.mark else { throw HostError.masterKeyWrong }
    return true
  }

  private func masterKey() async throws -> MasterKey {
    if let key { return key }
    guard let store else { throw Status.hostStopping }
    let known = try store.read { tx in try tx.mark(Self.markName) }
    let key = try MasterKey.load(source, dataDirectory: dataDirectory, isInUse: known != nil)
    // If two hosts use a store for the first time, the second host finds the mark of the first.
    let mark = known == nil ? try await remember(key.mark, in: store) : known
    guard mark == key.mark else { throw HostError.masterKeyWrong }
    self.key = key
    return key
  }

  private func remember(_ mark: [UInt8], in store: Store) async throws -> [UInt8] {
    let change = Change(actor: "host/steward", plugin: "host", method: "")
    return try await store.write(change) { tx in
      if let known = try tx.mark(Self.markName) { return known }
      try tx.setMark(Self.markName, mark)
      return mark
    }
  }
}

extension HostError {
  fileprivate static let masterKeyWrong = HostError(
    reason: "MASTER_KEY_WRONG",
    "The master key does not match the store, so it can't decrypt anything. Put the right key in "
      + "its place, or restore the store that belongs to this key.")
}

/// A purpose for which the host itself derives a key from the master key.
///
/// Every name contains a slash. No manifest can name such a purpose, so no plugin gets such a key.
enum HostPurpose: String, Hashable, Sendable, CaseIterable {
  /// The key for backups. It proves that a host with this master key wrote a backup.
  case backups = "host/backups"
  /// The key for checkpoints of the log. It proves the same of a checkpoint.
  case checkpoints = "host/checkpoints"
}
