internal import Crypto
internal import Glibc

// A position of the log that is kept in a file outside the store, so that a log that was cut off, or a whole
// store that was replaced by an older one, is noticed. The file is 8 bytes of revision, 32 of chain and 32 of a
// keyed hash over both.

extension Store {
  /// Returns the position that a checkpoint file holds; `nil` when there is no such file.
  ///
  /// - Throws: ``StoreError/Code/damaged`` when it isn't one that this store wrote.
  public func checkpoint(at path: String) throws -> LogPosition? {
    guard let bytes = try PrivateFile.read(path, upTo: Checkpoint.length + 1) else { return nil }
    guard let position = Checkpoint.position(in: bytes, by: core.checkpoints) else {
      throw StoreError.foreignCheckpoint(path)
    }
    return position
  }

  /// Whether the log has the event of a position, and it is the same.
  public func hasReached(_ position: LogPosition) throws -> Bool {
    try logPosition(of: position.revision) == position
  }

  /// Puts the newest event's position into a checkpoint file.
  ///
  /// A log that has no longer reached the position that the file holds was cut off: the file then stays as it is, for it
  /// is the only evidence.
  public func advanceCheckpoint(at path: String) throws {
    let newest = try logPosition()
    if let known = try checkpoint(at: path) {
      guard newest.revision > known.revision, try hasReached(known) else { return }
    }
    guard newest.revision > 0 else { return }
    try PrivateFile.replace(path, by: Checkpoint.bytes(of: newest, by: core.checkpoints))
  }
}

private enum Checkpoint {
  static let length = 8 + 32 + 32

  static func bytes(of position: LogPosition, by hash: KeyedHash) -> [UInt8] {
    let body = position.revision.bigEndianBytes + position.chain
    return body + hash.hash(of: body)
  }

  static func position(in bytes: [UInt8], by hash: KeyedHash) -> LogPosition? {
    let body = Array(bytes.prefix(40))
    guard bytes.count == length, Array(bytes[40...]) == hash.hash(of: body) else { return nil }
    let revision = UInt64(bigEndian: body.span.bytes.extracting(0..<8))
    return LogPosition(revision: revision, chain: Array(body[8...]))
  }
}

extension StoreError {
  fileprivate static func foreignCheckpoint(_ path: String) -> StoreError {
    StoreError(
      .damaged, reason: "CHECKPOINT_FOREIGN",
      "The checkpoint \"\(path)\" was altered, or belongs to another store. If this store was put "
        + "here on purpose, remove the file.")
  }
}
