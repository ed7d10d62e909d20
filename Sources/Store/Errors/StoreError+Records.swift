internal import Status

extension StoreError {
  /// Returns the error of a table for a key without a record. It is also the error for a record
  /// that the caller must not know about.
  public static func notFound(_ noun: String, _ resource: String) -> StoreError {
    StoreError(
      .notFound, reason: "\(noun.upperSnake)_NOT_FOUND", "There is no \(noun) \"\(resource)\".")
  }

  static func exists(_ noun: String, _ resource: String) -> StoreError {
    StoreError(
      .exists, reason: "\(noun.upperSnake)_EXISTS", "There is a \(noun) \"\(resource)\" already.")
  }

  static func taken(_ noun: String, _ index: String) -> StoreError {
    StoreError(
      .taken, reason: "\(noun.upperSnake)_\(index.upperSnake)_TAKEN",
      "Another \(noun) has this \(index) already. Choose another one.")
  }

  /// Returns the error of a table for an etag that is out of date. It also serves for objects that
  /// consist of several records.
  public static func etagMismatch(_ noun: String, _ resource: String) -> StoreError {
    StoreError(
      .etagMismatch, reason: .etagMismatch,
      "The \(noun) \"\(resource)\" has changed since you read it. Read it again, then repeat.")
  }

  static func damagedRecord(_ table: String, cause: (any Error)? = nil) -> StoreError {
    StoreError(
      .damaged, reason: "RECORD_DAMAGED",
      "A record of the table \"\(table)\" is damaged. Restore the last backup.", cause: cause)
  }

  static let keyReused = StoreError(
    .keyReused, reason: "IDEMPOTENCY_KEY_REUSED",
    "This idempotency key was used for another request. Choose a new key for each request.")

  static let keyLength = StoreError(
    .invalidKey, reason: "KEY_LENGTH",
    "A key is empty, or longer than the 511 bytes that an index can hold. Shorten it.")

  static func eventOutOfOrder(_ revision: UInt64, expected: UInt64) -> StoreError {
    StoreError(
      .invalidEvent, reason: "EVENT_OUT_OF_ORDER",
      "The event of revision \(revision) is out of order: the next revision is \(expected).")
  }

  static func unknownRevision(_ revision: UInt64, newest: UInt64) -> StoreError {
    StoreError(
      .invalidEvent, reason: "UNKNOWN_REVISION",
      "A record has revision \(revision), but the newest event has revision \(newest).")
  }

  static let stampOutOfRange = StoreError(
    .invalidEvent, reason: "ID_STAMP_OUT_OF_RANGE",
    "The newest id has a time after the year 9999, which is not possible.")

  static let identifiersUsedUp = StoreError(
    .damaged, reason: "IDS_USED_UP",
    "The store has no further ids, which only damage can cause. Restore the last backup.")

  static func chainBroken(at revision: UInt64) -> StoreError {
    StoreError(
      .chainBroken, reason: "EVENT_CHAIN_BROKEN",
      "The event of revision \(revision) is missing, or is not the one that was written.")
  }
}

extension String {
  /// The name in lower case with underscores: `invite link` and `invite-link` become `invite_link`.
  var snake: String {
    String(lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }

  fileprivate var upperSnake: String { snake.uppercased() }
}
