internal import LMDB
public import StoreProtos

extension Transaction where Self: ~Copyable {
  /// The stamp of the newest time-ordered id; the next ones are greater.
  public borrowing func identifierStamp() throws -> UInt64 {
    try withView { try LogHead($0.raw, $0.core.system).stamp.rawValue }
  }
}

extension WriteTransaction {
  /// Lets every new id come after those of another store, whose newest has this stamp.
  ///
  /// - Throws: ``StoreError/Code/invalidEvent`` for one after year 9999, which no store has come
  ///   to.
  public mutating func continueIdentifiers(after stamp: UInt64) throws {
    guard stamp <= TimeStamp.newestImported.rawValue else { throw StoreError.stampOutOfRange }
    head.stamp = TimeStamp(rawValue: max(head.stamp.rawValue, stamp))
  }

  /// Appends an event of another store as it was; only its chain is made anew, under this store's key.
  ///
  /// - Throws: ``StoreError/Code/invalidEvent`` if it isn't the one that comes next.
  public mutating func load(_ event: Event) throws {
    guard event.revision == nextRevision else {
      throw StoreError.eventOutOfOrder(event.revision, expected: nextRevision)
    }
    var event = event
    event.chain = []
    try applying { [event] tx in try tx.appendToLog(event) }
  }
}
