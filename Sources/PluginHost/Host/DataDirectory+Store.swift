internal import Glibc
internal import IPC
internal import Status
internal import Store

extension DataDirectory {
  /// Opens the store, or creates a new one if there was none.
  ///
  /// A lost store is not replaced by a new one: the keys beside it still work, and the first user
  /// of the new store would claim everything that they open.
  ///
  /// - Parameters:
  ///   - making: Whether a new store may be created.
  ///   - mapSize: The size in bytes to which the store may grow; `nil` for the size that it was
  ///     created for.
  func openStore(making: Bool = true, mapSize: Int? = nil) throws -> Store {
    if isEmpty {
      guard !wasUsed else { throw HostError.storeLost(data) }
      guard making else { throw HostError.noInstallation(path) }
    }
    let store = try Store.open(
      directory: self.store, options: StoreOptions(mapSize: mapSize, inspects: true))
    // A checkpoint belongs to a log with events.
    guard try !Self.isThere(checkpoint) || store.lastRevision() > 0 else {
      throw HostError.storeLost(data)
    }
    return store
  }

  private var data: String { "\(store)/data.mdb" }

  /// Whether no host has begun a store here.
  private var isEmpty: Bool {
    var file = stat()
    return stat(data, &file) != 0 || file.st_size == 0
  }

  /// Whether a host has created what only a host with a store creates. The chain key alone isn't
  /// enough: a first host that is killed at that moment leaves the key without a store.
  private var wasUsed: Bool {
    Self.isThere(checkpoint) || Self.isThere("\(store)/chain.key") && Self.isThere(masterKey)
  }

  private static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }
}

extension HostError {
  fileprivate static func storeLost(_ path: String) -> HostError {
    HostError(
      .dataLoss, reason: "STORE_LOST",
      "The store \(path) is missing or empty, but the host's other files are still there. Restore "
        + "the last backup: steward restore FILE. If you want a new installation, name another "
        + "data directory with --data.")
  }

  static func noInstallation(_ path: String) -> HostError {
    HostError(
      .notFound, reason: .noInstallation,
      "There is no installation in \(path). Create one with: steward init. Or name another data "
        + "directory with --data.")
  }
}
