public import GoogleProtos
public import StoreProtos

/// A transaction to read from: a ``ReadTransaction``, or a ``WriteTransaction`` with its own
/// changes so far.
///
/// A function that only reads takes `in tx: borrowing some Transaction & ~Copyable`, and so accepts
/// both.
public protocol Transaction: ~Copyable {
  /// The store's time. Expiry is judged by it.
  var now: GoogleTimestamp { get }

  /// Lends the view that reads go through.
  borrowing func withView<Result>(
    _ body: (borrowing ReadTransaction) throws -> Result
  ) rethrows -> Result
}

extension Transaction where Self: ~Copyable {
  /// The revision of the newest event that this transaction sees, or 0 if there is none.
  public borrowing func lastRevision() throws -> UInt64 {
    try withView { try EventLog.lastRevision($0) }
  }

  /// Returns up to `limit` events, starting at a revision, oldest first.
  public borrowing func events(from revision: UInt64, limit: Int = 1000) throws -> [Event] {
    try withView { try EventLog.events(from: revision, limit: limit, $0) }
  }
}
