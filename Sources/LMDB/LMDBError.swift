internal import CLMDB
internal import Glibc

/// A failure of LMDB or of the file beneath it.
///
/// Every return code of the C library passes through `check(_:_:)`, which turns it into this
/// error.
public struct LMDBError: Error, Hashable, Sendable {
  /// The kind of failure, for decisions.
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
  /// A number without a name here is a valid code too.
  public struct Code: Hashable, Sendable {
    /// LMDB's number (negative) or an `errno` (positive).
    public let rawValue: Int32

    /// Creates a code from LMDB's number or an `errno`.
    public init(rawValue: Int32) {
      self.rawValue = rawValue
    }

    /// The key exists already, and the write was not allowed to replace it.
    public static let keyExists = Code(rawValue: MDB_KEYEXIST)
    /// The named database doesn't exist. A missing key gives `nil`, not this error.
    public static let notFound = Code(rawValue: MDB_NOTFOUND)
    /// A page that another page refers to is missing: the file was cut or damaged.
    public static let pageNotFound = Code(rawValue: MDB_PAGE_NOTFOUND)
    /// A page isn't of the expected kind: the file is damaged.
    public static let corrupted = Code(rawValue: MDB_CORRUPTED)
    /// Writing the meta page failed earlier: the environment must be closed and opened again.
    public static let panicked = Code(rawValue: MDB_PANIC)
    /// The file was written by another version of LMDB.
    public static let versionMismatch = Code(rawValue: MDB_VERSION_MISMATCH)
    /// The file is not LMDB's.
    public static let notADatabase = Code(rawValue: MDB_INVALID)
    /// The map is full. The disk may still have room: a full disk is ``diskFull``.
    public static let mapFull = Code(rawValue: MDB_MAP_FULL)
    /// There are more named databases than the environment was opened for.
    public static let databasesFull = Code(rawValue: MDB_DBS_FULL)
    /// There are more concurrent readers than the environment was opened for.
    public static let readersFull = Code(rawValue: MDB_READERS_FULL)
    /// One transaction changed more pages than its list can hold.
    public static let transactionFull = Code(rawValue: MDB_TXN_FULL)
    /// Another process made the map larger than the one of this process.
    public static let mapResized = Code(rawValue: MDB_MAP_RESIZED)
    /// The database was created with other flags.
    public static let incompatible = Code(rawValue: MDB_INCOMPATIBLE)
    /// The transaction has failed earlier, has ended, or has an open nested transaction.
    public static let badTransaction = Code(rawValue: MDB_BAD_TXN)
    /// A key is empty, or longer than 511 bytes.
    public static let badKeyLength = Code(rawValue: MDB_BAD_VALSIZE)
    /// The handle does not belong to this environment.
    public static let badDatabase = Code(rawValue: MDB_BAD_DBI)
    /// There is no room on the disk, in the quota, or under the limit on file sizes.
    public static let diskFull = Code(rawValue: ENOSPC)
    /// The user may not read or write the file.
    public static let permissionDenied = Code(rawValue: EACCES)
    /// The file system is mounted read-only.
    public static let readOnlyFileSystem = Code(rawValue: EROFS)
    /// The directory doesn't exist.
    public static let noSuchFile = Code(rawValue: ENOENT)
    /// The path names a file, not a directory.
    public static let notADirectory = Code(rawValue: ENOTDIR)
    /// A file to create exists already.
    public static let fileExists = Code(rawValue: EEXIST)
    /// The disk failed.
    public static let inputOutput = Code(rawValue: EIO)
    /// There is no memory, or no address space for the map.
    public static let outOfMemory = Code(rawValue: ENOMEM)
    /// This process has the environment open already. LMDB would break if it were open twice.
    public static let alreadyOpen = Code(rawValue: EBUSY)
  }
}

extension LMDBError.Code {
  /// Creates a code from a status. Several statuses of the system that mean the same become one
  /// code.
  init(status: Int32) {
    switch status {
    case ENOSPC, EDQUOT, EFBIG: self = .diskFull
    case EACCES, EPERM: self = .permissionDenied
    default: self.init(rawValue: status)
    }
  }
}

extension LMDBError: CustomStringConvertible {
  /// The function and LMDB's own text, for logs.
  public var description: String {
    unsafe "\(operation): \(String(cString: mdb_strerror(code.rawValue)))"
  }
}

/// Throws the error that `status` stands for, unless it is success.
func check(_ status: Int32, _ operation: String) throws(LMDBError) {
  guard status != MDB_SUCCESS else { return }
  throw LMDBError(LMDBError.Code(status: status), operation)
}

/// Returns whether LMDB found something. Throws for every other failure.
func found(_ status: Int32, _ operation: String) throws(LMDBError) -> Bool {
  guard status != MDB_NOTFOUND else { return false }
  try check(status, operation)
  return true
}
