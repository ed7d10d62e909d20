public import StewardProtos

extension Store {
  /// How many events are checked within one view, so that a long check pins no pages.
  private static var verifiedAtOnce: Int { 1000 }

  /// Returns the revision of the newest event; 0 when there is none.
  public func lastRevision() throws -> UInt64 {
    try read { tx in try tx.lastRevision() }
  }

  /// Returns the events from a revision on, oldest first.
  public func events(from revision: UInt64, limit: Int = 1000) throws -> [Event] {
    try read { tx in try tx.events(from: revision, limit: limit) }
  }

  /// Checks that the events from a revision on are those that were written, in their order and without gaps.
  ///
  /// - Returns: How many were checked.
  /// - Throws: ``StoreError/Code/chainBroken`` at the first that isn't.
  @discardableResult
  public func verifyChain(from revision: UInt64 = 1) throws -> UInt64 {
    let before = max(revision, 1) - 1
    var last = (revision: before, chain: try read { tx in try EventLog.chain(of: before, tx) })
    while true {
      let reached = try read { tx in
        try EventLog.verify(after: last.revision, last.chain, limit: Self.verifiedAtOnce, tx)
      }
      guard reached.revision > last.revision else { return reached.revision - before }
      last = reached
    }
  }
}
