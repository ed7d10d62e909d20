internal import Glibc
internal import Synchronization

/// This process's claim to be the only environment in a directory, for as long as it lives.
final class DirectoryReservation: Sendable {
  private struct Identity: Hashable {
    let device: dev_t
    let inode: ino_t
  }

  private static let taken = Mutex<Set<Identity>>([])

  private let identity: Identity

  init(_ directory: String) throws(LMDBError) {
    var information = stat()
    guard unsafe stat(directory, &information) == 0 else {
      throw LMDBError(LMDBError.Code(status: errno), "stat")
    }
    let identity = Identity(device: information.st_dev, inode: information.st_ino)
    guard Self.taken.withLock({ $0.insert(identity).inserted }) else {
      throw LMDBError(.alreadyOpen, "mdb_env_open")
    }
    self.identity = identity
  }

  deinit {
    Self.taken.withLock { _ = $0.remove(identity) }
  }
}
