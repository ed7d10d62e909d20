public import GoogleProtos
public import StoreProtos

/// Something to read from: a ``ReadTransaction``, or a ``WriteTransaction`` with what it has changed so far.
///
/// A function that only reads takes `in tx: borrowing some Transaction & ~Copyable`, and so serves both.
public protocol Transaction: ~Copyable {
  /// The store's time, by which what expires is judged.
  var now: GoogleTimestamp { get }

  /// Lends the view that reads go through.
  borrowing func withView<Result>(
    _ body: (borrowing ReadTransaction) throws -> Result
  ) rethrows -> Result
}

extension Transaction where Self: ~Copyable {
  /// The revision of the newest event that this transaction sees; 0 when there is none.
  public borrowing func lastRevision() throws -> UInt64 {
    try withView { try EventLog.lastRevision($0) }
  }

  /// Returns the events from a revision on, oldest first.
  public borrowing func events(from revision: UInt64, limit: Int = 1000) throws -> [Event] {
    try withView { try EventLog.events(from: revision, limit: limit, $0) }
  }
}
