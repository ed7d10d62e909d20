public import Status

extension StoreError {
  /// A kind of failure.
  public struct Code: Hashable, Sendable {
    private let name: String

    /// The status code that the caller receives.
    public let statusCode: StatusCode

    private init(_ name: String, _ statusCode: StatusCode) {
      self.name = name
      self.statusCode = statusCode
    }

    /// There is no such record.
    public static let notFound = Code("notFound", .notFound)
    /// There is a record with that key already. If another unique field has the same value, the
    /// code is ``taken``.
    public static let exists = Code("exists", .alreadyExists)
    /// Another record has the same value in a field that must be unique.
    public static let taken = Code("taken", .alreadyExists)
    /// The record has changed since the caller read it.
    public static let etagMismatch = Code("etagMismatch", .aborted)
    /// The idempotency key was used for another request.
    public static let keyReused = Code("keyReused", .invalidArgument)
    /// The limit or the combination of cursors is not valid for a list.
    public static let invalidPage = Code("invalidPage", .invalidArgument)
    /// The record of a cursor was deleted, so its position is unknown.
    public static let cursorNotFound = Code("cursorNotFound", .invalidArgument)
    /// A key is empty or too long for an index.
    public static let invalidKey = Code("invalidKey", .invalidArgument)
    /// An event, or the revision of a record, doesn't follow what the store has.
    public static let invalidEvent = Code("invalidEvent", .invalidArgument)
    /// There is no room on the disk.
    public static let diskFull = Code("diskFull", .resourceExhausted)
    /// The store has reached its maximum size.
    public static let mapFull = Code("mapFull", .resourceExhausted)
    /// One change touches more pages than a transaction can hold.
    public static let changeTooLarge = Code("changeTooLarge", .resourceExhausted)
    /// There are too many readers at once.
    public static let readersFull = Code("readersFull", .resourceExhausted)
    /// There is no memory or address space for the store.
    public static let outOfMemory = Code("outOfMemory", .resourceExhausted)
    /// The user may not read or write the store's files.
    public static let permissionDenied = Code("permissionDenied", .permissionDenied)
    /// The file system is mounted read-only.
    public static let readOnly = Code("readOnly", .permissionDenied)
    /// The path names a file that is no directory, or a directory that can't be created.
    public static let invalidDirectory = Code("invalidDirectory", .failedPrecondition)
    /// This process has the store open already.
    public static let alreadyOpen = Code("alreadyOpen", .failedPrecondition)
    /// A newer version of Steward wrote the store.
    public static let tooNew = Code("tooNew", .failedPrecondition)
    /// The chain key is missing, malformed or readable by other users.
    public static let chainKey = Code("chainKey", .failedPrecondition)
    /// An event isn't the one that was originally written.
    public static let chainBroken = Code("chainBroken", .dataLoss)
    /// A file or record is damaged.
    public static let damaged = Code("damaged", .dataLoss)
    /// The disk failed.
    public static let inputOutput = Code("inputOutput", .dataLoss)
    /// The store failed in a way that has no name here.
    public static let unexpected = Code("unexpected", .internal)
  }
}
