internal import Glibc
internal import Store

/// Letting a store grow larger than it may so far.
public enum MapResize {
  /// Lets the store of a data directory grow to so many bytes, and makes it if there is none.
  ///
  /// Nobody may be at work on the directory: who has the store open knows of no other size than it had then.
  ///
  /// - Throws: ``HostError``, also when the store may become larger than that already; or the store's error.
  public static func run(to size: Int, over configuration: HostConfiguration) async throws {
    let directory = try DataDirectory.prepare(configuration.dataDirectory)
    let lock = try await HostLock.exclusive(on: directory)
    defer { withExtendedLifetime(lock) {} }
    let store = try directory.openStore(mapSize: size)
    let actual = try store.statistics().mapSize
    guard actual == size else { throw HostError.larger(actual) }
    // The size is on the disk with the next commit, which is this one.
    let change = Change(actor: "operator/uid:\(geteuid())", plugin: "host", method: "resize")
    try await store.write(change) { tx in try tx.record(action: "store.resized", resource: "store")
    }
  }
}

extension HostError {
  fileprivate static func larger(_ size: Int) -> HostError {
    HostError(
      reason: "STORE_LARGER",
      "The store may grow to \(size >> 20) MiB already, and can't be made smaller. Give a larger "
        + "size.")
  }
}
