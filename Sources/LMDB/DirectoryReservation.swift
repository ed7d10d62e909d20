internal import Glibc
internal import Synchronization

/// The claim of this process to have only one environment in a directory. It lasts until the
/// reservation is deinitialized.
final class DirectoryReservation: Sendable {
  private struct Identity: Hashable {
    let device: dev_t
    let inode: ino_t
  }

  private static let taken = Mutex<Set<Identity>>([])

  private let identity: Identity

  /// An open descriptor of the directory. If the directory is deleted meanwhile, the descriptor
  /// keeps the system from giving its inode number to another directory.
  private let descriptor: Int32

  /// A stream that finishes when the reservation ends.
  let ended: AsyncStream<Never>
  private let ending: AsyncStream<Never>.Continuation

  init(_ directory: String) throws(LMDBError) {
    descriptor = unsafe open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    var information = stat()
    guard descriptor >= 0, unsafe fstat(descriptor, &information) == 0 else {
      throw LMDBError(LMDBError.Code(status: errno), "open")
    }
    let identity = Identity(device: information.st_dev, inode: information.st_ino)
    guard Self.taken.withLock({ $0.insert(identity).inserted }) else {
      close(descriptor)
      throw LMDBError(.alreadyOpen, "mdb_env_open")
    }
    self.identity = identity
    (ended, ending) = AsyncStream.makeStream(of: Never.self)
  }

  deinit {
    Self.taken.withLock { _ = $0.remove(identity) }
    close(descriptor)
    ending.finish()
  }
}
