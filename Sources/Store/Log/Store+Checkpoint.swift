// A position of the log that is kept in a file outside the store, so that a log that was cut off, or a whole
// store that was replaced by an older one, is noticed. It is sealed under a secret that isn't in
// the store either: the chain key lies beside the log, so who can rewrite one can rewrite the
// other.

extension Store {
  /// Returns the checkpoint that a file holds; `nil` when there is no such file.
  ///
  /// - Throws: ``StoreError/Code/damaged`` when it isn't one that was sealed so.
  public func checkpoint(
    at path: String, under seal: CheckpointSeal
  ) throws -> SealedCheckpoint? {
    guard let bytes = try PrivateFile.read(path, upTo: SealedCheckpoint.length + 1) else {
      return nil
    }
    guard let checkpoint = SealedCheckpoint(bytes), seal.accepts(checkpoint) else {
      throw StoreError.foreignCheckpoint(path)
    }
    return checkpoint
  }

  /// Whether the log has the event of a position, and it is the same.
  public func hasReached(_ position: LogPosition) throws -> Bool {
    try logPosition(of: position.revision) == position
  }

  /// Puts the newest event's position into a checkpoint file.
  ///
  /// A log that has no longer reached the position that the file holds was cut off: the file then stays as it is, for it
  /// is the only evidence.
  ///
  /// - Returns: The checkpoint that the file holds now; `nil` when the log speaks against it, or is
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
    try PrivateFile.replace(path, by: checkpoint.bytes)
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
