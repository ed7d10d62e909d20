public import Status

extension StoreError {
  /// A kind of failure.
  public struct Code: Hashable, Sendable {
    private let name: String

    /// The code under which a caller is told of it.
    public let statusCode: StatusCode

    private init(_ name: String, _ statusCode: StatusCode) {
      self.name = name
      self.statusCode = statusCode
    }

    /// There is no such record.
    public static let notFound = Code("notFound", .notFound)
    /// There is a record with that key. When it is another field that must be unique, ``taken``.
    public static let exists = Code("exists", .alreadyExists)
    /// Another record has that value of a field that must be unique.
    public static let taken = Code("taken", .alreadyExists)
    /// The record has changed since the caller read it.
    public static let etagMismatch = Code("etagMismatch", .aborted)
    /// The idempotency key was used for another request.
    public static let keyReused = Code("keyReused", .invalidArgument)
    /// A limit, or a pair of cursors, that no list accepts.
    public static let invalidPage = Code("invalidPage", .invalidArgument)
    /// The record of a cursor is gone, and with it the position.
    public static let cursorNotFound = Code("cursorNotFound", .invalidArgument)
    /// A key is empty or too long for an index.
    public static let invalidKey = Code("invalidKey", .invalidArgument)
    /// An event, or the revision of a record, that can't follow what the store has.
    public static let invalidEvent = Code("invalidEvent", .invalidArgument)
    /// No room on the disk.
    public static let diskFull = Code("diskFull", .resourceExhausted)
    /// The store has reached the size that it was opened with.
    public static let mapFull = Code("mapFull", .resourceExhausted)
    /// One change touches more than a transaction can hold.
    public static let changeTooLarge = Code("changeTooLarge", .resourceExhausted)
    /// Too many readers at once.
    public static let readersFull = Code("readersFull", .resourceExhausted)
    /// No memory or address space for the store.
    public static let outOfMemory = Code("outOfMemory", .resourceExhausted)
    /// The user may not read or write the store's files.
    public static let permissionDenied = Code("permissionDenied", .permissionDenied)
    /// The file system is mounted read-only.
    public static let readOnly = Code("readOnly", .permissionDenied)
    /// The path names something that is no directory, or a directory that can't be made.
    public static let invalidDirectory = Code("invalidDirectory", .failedPrecondition)
    /// This process has the store open already.
    public static let alreadyOpen = Code("alreadyOpen", .failedPrecondition)
    /// A newer Steward wrote the store.
    public static let tooNew = Code("tooNew", .failedPrecondition)
    /// The chain key is missing, malformed or readable by others.
    public static let chainKey = Code("chainKey", .failedPrecondition)
    /// An event isn't the one that was written.
    public static let chainBroken = Code("chainBroken", .dataLoss)
    /// A file or record is damaged.
    public static let damaged = Code("damaged", .dataLoss)
    /// The disk failed.
    public static let inputOutput = Code("inputOutput", .dataLoss)
    /// The store failed in a way that has no name here.
    public static let unexpected = Code("unexpected", .internal)
  }
}
