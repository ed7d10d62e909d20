internal import Glibc
internal import Status
internal import Store

/// An increase of the size to which a store may grow.
public enum MapResize {
  /// Lets the store of a data directory grow to `size` bytes. Creates the store if there is none.
  ///
  /// No other process may work on the directory: a process that has the store open knows only the
  /// size that the store had when it was opened.
  ///
  /// - Throws: ``HostError``, also when the store may already grow larger than that; or the store's
  ///   error.
  public static func run(to size: Int, over configuration: HostConfiguration) async throws {
    let directory = try DataDirectory.prepare(configuration.dataDirectory)
    let lock = try await HostLock.exclusive(on: directory)
    defer { withExtendedLifetime(lock) {} }
    let store = try directory.openStore(mapSize: size)
    let actual = try store.statistics().mapSize
    guard actual == size else { throw HostError.larger(actual) }
    // The size is written to the disk with the next commit, which is this one.
    let change = Change(actor: "operator/uid:\(geteuid())", plugin: "host", method: "resize")
    try await store.write(change) { tx in try tx.record(action: "store.resized", resource: "store")
    }
  }
}

extension HostError {
  fileprivate static func larger(_ size: Int) -> HostError {
    HostError(
      reason: "STORE_LARGER",
      "The store may already grow to \(size >> 20) MiB, and this limit can't be reduced. Give a "
        + "larger size.")
  }
}
