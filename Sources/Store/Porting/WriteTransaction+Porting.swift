internal import LMDB
public import StoreProtos

extension Transaction where Self: ~Copyable {
  /// The stamp of the newest time-ordered id. The stamps of later ids are greater.
  public borrowing func identifierStamp() throws -> UInt64 {
    try withView { try LogHead($0.raw, $0.core.system).stamp.rawValue }
  }
}

extension WriteTransaction {
  /// Makes every new id greater than those of another store, whose newest id has this stamp.
  ///
  /// - Throws: ``StoreError/Code/invalidEvent`` for a stamp after year 9999, which no store can
  ///   have reached.
  public mutating func continueIdentifiers(after stamp: UInt64) throws {
    guard stamp <= TimeStamp.newestImported.rawValue else { throw StoreError.stampOutOfRange }
    head.stamp = TimeStamp(rawValue: max(head.stamp.rawValue, stamp))
  }

  /// Appends an event of another store unchanged, except for its chain. The chain is computed with
  /// this store's key.
  ///
  /// - Throws: ``StoreError/Code/invalidEvent`` if the event doesn't have the next revision.
  public mutating func load(_ event: Event) throws {
    guard event.revision == nextRevision else {
      throw StoreError.eventOutOfOrder(event.revision, expected: nextRevision)
    }
    var event = event
    event.chain = []
    try applying { [event] tx in try tx.appendToLog(event) }
  }
}
