internal import Glibc
internal import IPC
internal import Status
internal import Store

extension DataDirectory {
  /// Opens the store, or makes a new one where there was none.
  ///
  /// A store that is gone is no new one: the keys beside it still work, and who is first would claim all
  /// that they open.
  ///
  /// - Parameters:
  ///   - making: Whether a new one may be made.
  ///   - mapSize: What it may grow to; `nil`: what it was made for.
  func openStore(making: Bool = true, mapSize: Int? = nil) throws -> Store {
    if isEmpty {
      guard !wasUsed else { throw HostError.storeLost(data) }
      guard making else { throw HostError.noInstallation(path) }
    }
    let store = try Store.open(
      directory: self.store, options: StoreOptions(mapSize: mapSize, inspects: true))
    // A checkpoint is of a log with events.
    guard try !Self.isThere(checkpoint) || store.lastRevision() > 0 else {
      throw HostError.storeLost(data)
    }
    return store
  }

  private var data: String { "\(store)/data.mdb" }

  /// Whether there is no store that a host has begun.
  private var isEmpty: Bool {
    var file = stat()
    return stat(data, &file) != 0 || file.st_size == 0
  }

  /// Whether a host has made what only a host with a store makes. The chain key alone isn't enough: a first
  /// host that is killed just then leaves it without a store.
  private var wasUsed: Bool {
    Self.isThere(checkpoint) || Self.isThere("\(store)/chain.key") && Self.isThere(masterKey)
  }

  private static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }
}

extension HostError {
  fileprivate static func storeLost(_ path: String) -> HostError {
    HostError(
      .dataLoss, reason: "STORE_LOST",
      "The store \(path) is gone or empty, but what a host keeps beside it is still there. Restore "
        + "the last backup: steward restore FILE. If you want a new installation, name another "
        + "data directory with --data.")
  }

  static func noInstallation(_ path: String) -> HostError {
    HostError(
      .notFound, reason: "NO_INSTALLATION",
      "There is no installation in \(path). Make one with: steward init. Or name another with --data."
    )
  }
}
