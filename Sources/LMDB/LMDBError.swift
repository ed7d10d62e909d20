internal import CLMDB
internal import Glibc

/// What went wrong in LMDB or in the file beneath it.
///
/// Every return code of the C library passes through ``check(_:_:)``, and becomes one of these there.
public struct LMDBError: Error, Hashable, Sendable {
  /// What to decide by.
  public let code: Code

  /// The C function that failed, for logs.
  public let operation: String

  init(_ code: Code, _ operation: String) {
    self.code = code
    self.operation = operation
  }
}

extension LMDBError {
  /// A kind of failure: LMDB's own code, or an `errno`.
  ///
  /// A number without a name here is a value like any other.
  public struct Code: Hashable, Sendable {
    /// LMDB's number (negative) or an `errno` (positive).
    public let rawValue: Int32

    /// Creates a code from LMDB's number or an `errno`.
    public init(rawValue: Int32) {
      self.rawValue = rawValue
    }

    /// The key is there already, and was not to be replaced.
    public static let keyExists = Code(rawValue: MDB_KEYEXIST)
    /// The named database isn't there. A missing key is `nil`, not this.
    public static let notFound = Code(rawValue: MDB_NOTFOUND)
    /// A page that is referred to isn't there: the file was cut or damaged.
    public static let pageNotFound = Code(rawValue: MDB_PAGE_NOTFOUND)
    /// A page isn't of the kind that it must be: the file is damaged.
    public static let corrupted = Code(rawValue: MDB_CORRUPTED)
    /// Writing the meta page failed earlier: the environment must be closed and opened again.
    public static let panicked = Code(rawValue: MDB_PANIC)
    /// The file was written by another version of LMDB.
    public static let versionMismatch = Code(rawValue: MDB_VERSION_MISMATCH)
    /// The file is not LMDB's.
    public static let notADatabase = Code(rawValue: MDB_INVALID)
    /// The map is full. The disk may well have room: that would be ``diskFull``.
    public static let mapFull = Code(rawValue: MDB_MAP_FULL)
    /// More named databases than the environment was opened for.
    public static let databasesFull = Code(rawValue: MDB_DBS_FULL)
    /// More readers at once than the environment was opened for.
    public static let readersFull = Code(rawValue: MDB_READERS_FULL)
    /// One transaction changed more pages than fit into its list.
    public static let transactionFull = Code(rawValue: MDB_TXN_FULL)
    /// Another process made the map larger than ours.
    public static let mapResized = Code(rawValue: MDB_MAP_RESIZED)
    /// The database was made with other flags.
    public static let incompatible = Code(rawValue: MDB_INCOMPATIBLE)
    /// The transaction has failed earlier, has ended, or has a nested one.
    public static let badTransaction = Code(rawValue: MDB_BAD_TXN)
    /// A key is empty, or longer than 511 bytes.
    public static let badKeyLength = Code(rawValue: MDB_BAD_VALSIZE)
    /// The handle is not of this environment.
    public static let badDatabase = Code(rawValue: MDB_BAD_DBI)
    /// No room on the disk, in the quota, or under the limit on file sizes.
    public static let diskFull = Code(rawValue: ENOSPC)
    /// The user may not read or write the file.
    public static let permissionDenied = Code(rawValue: EACCES)
    /// The file system is mounted read-only.
    public static let readOnlyFileSystem = Code(rawValue: EROFS)
    /// The directory isn't there.
    public static let noSuchFile = Code(rawValue: ENOENT)
    /// The path names a file, not a directory.
    public static let notADirectory = Code(rawValue: ENOTDIR)
    /// A file that was to be made is there already.
    public static let fileExists = Code(rawValue: EEXIST)
    /// The disk failed.
    public static let inputOutput = Code(rawValue: EIO)
    /// No memory, or no address space for the map.
    public static let outOfMemory = Code(rawValue: ENOMEM)
    /// This process has the environment open already, which LMDB does not survive twice.
    public static let alreadyOpen = Code(rawValue: EBUSY)
  }
}

extension LMDBError.Code {
  /// Folds the several ways in which a system says one thing into one code.
  init(status: Int32) {
    switch status {
    case ENOSPC, EDQUOT, EFBIG: self = .diskFull
    case EACCES, EPERM: self = .permissionDenied
    default: self.init(rawValue: status)
    }
  }
}

extension LMDBError: CustomStringConvertible {
  /// The function and LMDB's own words, for logs.
  public var description: String {
    unsafe "\(operation): \(String(cString: mdb_strerror(code.rawValue)))"
  }
}

/// Throws what `status` stands for, unless it is success.
func check(_ status: Int32, _ operation: String) throws(LMDBError) {
  guard status != MDB_SUCCESS else { return }
  throw LMDBError(LMDBError.Code(status: status), operation)
}

/// Returns whether something was found, and throws for every other failure.
func found(_ status: Int32, _ operation: String) throws(LMDBError) -> Bool {
  guard status != MDB_NOTFOUND else { return false }
  try check(status, operation)
  return true
}
