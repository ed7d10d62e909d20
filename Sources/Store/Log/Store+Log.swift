public import StoreProtos

extension Store {
  /// Returns the revision of the newest event; 0 when there is none.
  public func lastRevision() throws -> UInt64 {
    try read { tx in try tx.lastRevision() }
  }

  /// Returns the events from a revision on, oldest first.
  public func events(from revision: UInt64, limit: Int = 1000) throws -> [Event] {
    try read { tx in try tx.events(from: revision, limit: limit) }
  }

  /// Returns where the log stands.
  public func logPosition() throws -> LogPosition {
    try read { tx in try EventLog.position(tx) }
  }

  /// Returns the position of one event; `nil` if there is no such event.
  public func logPosition(of revision: UInt64) throws -> LogPosition? {
    try read { tx in try EventLog.position(of: revision, tx) }
  }

  /// Checks the next events after a position: that they are those that were written, in their order and without gaps.
  ///
  /// - Parameter limit: How many at most, so that a long check pins no pages.
  /// - Returns: The position of the last that was checked; the same one when there are no more.
  /// - Throws: ``LogCorruption`` at the first that isn't.
  public func verifyLog(after position: LogPosition, limit: Int = 1000) throws -> LogPosition {
    try read { tx in try EventLog.verify(after: position, limit: limit, tx) }
  }

  /// Checks all events from a revision on, and returns how many there are.
  ///
  /// - Throws: ``StoreError/Code/chainBroken`` at the first that isn't what was written.
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
