internal import CLMDB
internal import Glibc
internal import Synchronization

/// One memory-mapped data file, shared by all processes that have opened its directory.
///
/// Readers never block and are never blocked. There is one writer at a time over all processes; a crash of
/// any of them, at any moment, leaves the last commit intact. It closes when the last reference is gone:
/// transactions hold one.
@safe public final class Environment: Sendable {
  // LMDB's environment is made for use from any thread; only transactions belong to one.
  nonisolated(unsafe) let handle: OpaquePointer

  /// Where it was opened.
  public let directory: String

  /// What it was opened with.
  public let options: EnvironmentOptions

  /// Ends once the environment is closed, and doesn't keep it open. One task may wait for that.
  public var closed: AsyncStream<Never> { reservation.ended }

  let idleReaders = Mutex<[IdleReader]>([])

  /// `mdb_dbi_open` may not run in two transactions of one process at once.
  let openingDatabases = Mutex<Void>(())

  private let reservation: DirectoryReservation

  /// Opens the environment in `directory`, which must exist, and makes its files if need be.
  ///
  /// The files are made with mode 0600. A second environment for the same directory in one process is
  /// refused with ``LMDBError/Code/alreadyOpen``: closing one would drop the other's locks.
  public init(
    directory: String, options: EnvironmentOptions = EnvironmentOptions()
  ) throws(LMDBError) {
    self.directory = directory
    self.options = options
    self.reservation = try DirectoryReservation(directory)
    unsafe self.handle = try Self.open(directory, options)
  }

  deinit {
    idleReaders.withLock { idle in
      for reader in idle { unsafe mdb_txn_abort(reader.handle) }
    }
    unsafe mdb_env_close(handle)
  }

  private static func open(
    _ directory: String, _ options: EnvironmentOptions
  ) throws(LMDBError) -> OpaquePointer {
    var created: OpaquePointer?
    unsafe try check(mdb_env_create(&created), "mdb_env_create")
    guard let environment = unsafe created else { throw LMDBError(.outOfMemory, "mdb_env_create") }
    do throws(LMDBError) {
      try unsafe configure(environment, directory, options)
      return unsafe environment
    } catch {
      unsafe mdb_env_close(environment)
      throw error
    }
  }

  private static func configure(
    _ environment: OpaquePointer, _ directory: String, _ options: EnvironmentOptions
  ) throws(LMDBError) {
    if isNew(directory) { try unsafe map(environment, options.mapSize ?? defaultMapSize) }
    unsafe try check(
      mdb_env_set_maxreaders(environment, options.maxReaders), "mdb_env_set_maxreaders")
    unsafe try check(mdb_env_set_maxdbs(environment, options.maxDatabases), "mdb_env_set_maxdbs")
    unsafe try sayWhatEndsTheProcess(environment)
    // Read transactions move between threads, as tasks do.
    let flags = UInt32(MDB_NOTLS) | (options.synchronizes ? 0 : UInt32(MDB_NOSYNC))
    unsafe try check(mdb_env_open(environment, directory, flags, 0o600), "mdb_env_open")
    // What the file was made for is known now, and no transaction has begun yet.
    if let size = options.mapSize { try unsafe enlarge(environment, to: size) }
  }

  private static let defaultMapSize = 64 << 30

  /// Whether there is no data file yet, or one that nobody has begun.
  private static func isNew(_ directory: String) -> Bool {
    var file = stat()
    return unsafe stat("\(directory)/data.mdb", &file) != 0 || file.st_size == 0
  }

  private static func enlarge(_ environment: OpaquePointer, to size: Int) throws(LMDBError) {
    var information = unsafe MDB_envinfo()
    unsafe try check(mdb_env_info(environment, &information), "mdb_env_info")
    guard unsafe size > information.me_mapsize else { return }
    try unsafe map(environment, size)
  }

  private static func map(_ environment: OpaquePointer, _ size: Int) throws(LMDBError) {
    unsafe try check(mdb_env_set_mapsize(environment, size), "mdb_env_set_mapsize")
  }
}
