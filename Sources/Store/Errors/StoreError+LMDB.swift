internal import LMDB
internal import Status

extension StoreError {
  /// Returns the error for the store's callers. A failure of LMDB becomes a ``StoreError``. Other
  /// errors stay.
  static func describing(_ error: any Error) -> any Error {
    guard let error = error as? LMDBError else { return error }
    return StoreError(error)
  }

  /// Creates the error of the store for a failure of LMDB.
  init(_ error: LMDBError) {
    self = Self.full(error) ?? Self.forbidden(error) ?? Self.damaged(error) ?? Self.other(error)
  }

  private static func full(_ error: LMDBError) -> StoreError? {
    switch error.code {
    case .diskFull:
      StoreError(
        .diskFull, reason: .diskFull,
        "The disk that holds the store is full; nothing was changed. Free some space and try again.",
        cause: error)
    case .mapFull:
      StoreError(
        .mapFull, reason: "STORE_FULL",
        "The store has reached its maximum size; nothing was changed. Stop the host, run "
          + "steward resize SIZE, and start it again.",
        cause: error)
    case .transactionFull:
      StoreError(
        .changeTooLarge, reason: "CHANGE_TOO_LARGE",
        "The change is too large for one commit; nothing was changed. Make it in parts.",
        cause: error)
    case .readersFull:
      StoreError(
        .readersFull, reason: "STORE_READERS_FULL",
        "The store has its maximum number of readers. Try again with fewer processes at once.",
        cause: error)
    case .outOfMemory:
      StoreError(
        .outOfMemory, reason: "STORE_OUT_OF_MEMORY",
        "There is not enough memory or address space for the store. Raise the limit (ulimit -v).",
        cause: error)
    default: nil
    }
  }

  private static func forbidden(_ error: LMDBError) -> StoreError? {
    switch error.code {
    case .permissionDenied:
      StoreError(
        .permissionDenied, reason: "STORE_PERMISSION_DENIED",
        "This user may not read and write the store's files. Run as the user who owns them.",
        cause: error)
    case .readOnlyFileSystem:
      StoreError(
        .readOnly, reason: "STORE_READ_ONLY",
        "The store is on a read-only file system. Remount it, or choose another data directory.",
        cause: error)
    case .alreadyOpen:
      StoreError(
        .alreadyOpen, reason: "STORE_ALREADY_OPEN",
        "This process has already opened the store. Use the open store.", cause: error)
    case .noSuchFile, .notADirectory:
      StoreError(
        .invalidDirectory, reason: "STORE_DIRECTORY_INVALID",
        "The store's directory does not exist, or is not a directory. Choose another one.",
        cause: error)
    default: nil
    }
  }

  private static func damaged(_ error: LMDBError) -> StoreError? {
    switch error.code {
    case .corrupted, .pageNotFound, .notADatabase:
      StoreError(
        .damaged, reason: "STORE_DAMAGED",
        "The store's data file is damaged. Restore the last backup with steward restore FILE.",
        cause: error)
    case .versionMismatch, .incompatible:
      StoreError(
        .tooNew, reason: "STORE_FORMAT",
        "The store's data file was written by another version of LMDB. Use that version.",
        cause: error)
    case .inputOutput, .panicked:
      StoreError(
        .inputOutput, reason: "STORE_INPUT_OUTPUT",
        "The disk that holds the store has errors. Check it, then start again.", cause: error)
    default: nil
    }
  }

  private static func other(_ error: LMDBError) -> StoreError {
    switch error.code {
    case .badKeyLength:
      keyLength
    case .mapResized:
      StoreError(
        .unexpected, reason: "STORE_RESIZED",
        "Another process has made the store larger. Start this one again.", cause: error)
    default:
      StoreError(
        .unexpected, reason: "STORE_FAILED", "The store failed; see the log.", cause: error)
    }
  }
}
