internal import Status

// A checkpoint is a position of the log in a file outside the store. It reveals a log that was cut
// off, and a store that was replaced by an older one. The checkpoint is sealed under a secret that
// isn't in the store either. The chain key lies beside the log, so an attacker who can rewrite one
// can rewrite the other.

extension Store {
  /// Returns the checkpoint that a file holds, or `nil` if there is no such file.
  ///
  /// - Throws: ``StoreError/Code/damaged`` if the file is no checkpoint that this seal made.
  public func checkpoint(
    at path: String, under seal: CheckpointSeal
  ) throws -> SealedCheckpoint? {
    guard let bytes = try StoreFile(path).read(upTo: SealedCheckpoint.length + 1) else {
      return nil
    }
    guard let checkpoint = SealedCheckpoint(bytes), seal.accepts(checkpoint) else {
      throw StoreError.foreignCheckpoint(path)
    }
    return checkpoint
  }

  /// Returns whether the log has exactly the event of the position.
  public func hasReached(_ position: LogPosition) throws -> Bool {
    try logPosition(of: position.revision) == position
  }

  /// Writes the position of the newest event into a checkpoint file.
  ///
  /// If the log no longer has the event that the file holds, the log was cut off. The file then
  /// stays as it is, because it is the only evidence.
  ///
  /// - Returns: The checkpoint that the file holds now, or `nil` if the log contradicts it or is
  ///   empty.
  @discardableResult
  public func advanceCheckpoint(
    at path: String, under seal: CheckpointSeal
  ) throws -> SealedCheckpoint? {
    let newest = try logPosition()
    if let known = try checkpoint(at: path, under: seal) {
      guard try hasReached(known.position) else { return nil }
      guard newest.revision > known.position.revision else { return known }
    }
    guard newest.revision > 0 else { return nil }
    let checkpoint = seal.seal(newest, at: core.options.clock())
    try StoreFile(path).replace(by: checkpoint.bytes)
    return checkpoint
  }
}

extension StoreError {
  fileprivate static func foreignCheckpoint(_ path: String) -> StoreError {
    StoreError(
      .damaged, reason: "CHECKPOINT_FOREIGN",
      "The checkpoint \"\(path)\" was altered, or belongs to another store or another master key. "
        + "If store and master key were put here on purpose, remove the file.")
  }
}
