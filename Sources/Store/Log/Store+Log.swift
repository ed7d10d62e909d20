public import StoreProtos

extension Store {
  /// Returns the revision of the newest event, or 0 if there is none.
  public func lastRevision() throws -> UInt64 {
    try read { tx in try tx.lastRevision() }
  }

  /// Returns up to `limit` events, starting at a revision, oldest first.
  public func events(from revision: UInt64, limit: Int = 1000) throws -> [Event] {
    try read { tx in try tx.events(from: revision, limit: limit) }
  }

  /// Returns the position of the newest event.
  public func logPosition() throws -> LogPosition {
    try read { tx in try EventLog.position(tx) }
  }

  /// Returns the position of one event, or `nil` if there is no such event.
  public func logPosition(of revision: UInt64) throws -> LogPosition? {
    try read { tx in try EventLog.position(of: revision, tx) }
  }

  /// Verifies that the next events after a position are the original ones, in their order and
  /// without gaps.
  ///
  /// - Parameter limit: The maximum number of events, so that a long check pins no pages.
  /// - Returns: The position of the last verified event, or `position` itself if there are no more.
  /// - Throws: ``LogCorruption`` at the first event that isn't the original one.
  public func verifyLog(after position: LogPosition, limit: Int = 1000) throws -> LogPosition {
    try read { tx in try EventLog.verify(after: position, limit: limit, tx) }
  }

  /// Verifies all events, starting at a revision, and returns their number.
  ///
  /// - Throws: ``StoreError/Code/chainBroken`` at the first event that isn't the original one.
  @discardableResult
  public func verifyChain(from revision: UInt64 = 1) throws -> UInt64 {
    let before = max(revision, 1) - 1
    guard var last = try logPosition(of: before) else { throw StoreError.chainBroken(at: before) }
    do {
      while true {
        let reached = try verifyLog(after: last)
        guard reached.revision > last.revision else { return reached.revision - before }
        last = reached
      }
    } catch let found as LogCorruption {
      throw StoreError.chainBroken(at: found.revision)
    }
  }
}
