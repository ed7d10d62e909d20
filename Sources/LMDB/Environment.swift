internal import CLMDB
internal import Glibc
internal import Synchronization

/// A memory-mapped data file, shared by all processes that have opened its directory.
///
/// Readers never block and are never blocked. Over all processes, there is one writer at a time. If
/// a process crashes at any moment, the last commit stays intact. The environment closes when the
/// last reference to it is released. Every transaction holds a reference.
@safe public final class Environment: Sendable {
  // LMDB's environment can be used from any thread; only transactions belong to one thread.
  nonisolated(unsafe) let handle: OpaquePointer

  /// The directory that the environment was opened in.
  public let directory: String

  /// The options that the environment was opened with.
  public let options: EnvironmentOptions

  /// A stream that finishes once the environment is closed. It doesn't keep the environment open.
  /// Only one task may wait for it.
  public var closed: AsyncStream<Never> { reservation.ended }

  let idleReaders = Mutex<[IdleReader]>([])

  /// `mdb_dbi_open` may not run in two transactions of one process at once.
  let openingDatabases = Mutex<Void>(())

  private let reservation: DirectoryReservation

  /// Opens the environment in `directory`, which must exist, and creates its files if they are
  /// missing.
  ///
  /// New files have mode 0600. A second environment for the same directory in one process is
  /// refused with ``LMDBError/Code/alreadyOpen``, because closing one would drop the other's locks.
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
    // LMDB has now read the map size from the file, and no transaction has begun yet.
    if let size = options.mapSize { try unsafe enlarge(environment, to: size) }
  }

  private static let defaultMapSize = 64 << 30

  /// Whether the data file is missing or empty.
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
