public import GoogleProtos
internal import LMDB

/// A view of the store as of one commit. It can't leave the closure that it is lent to.
public struct ReadTransaction: ~Copyable, Transaction {
  let raw: LMDB.ReadTransaction
  let core: StoreCore

  init(_ raw: consuming LMDB.ReadTransaction, _ core: StoreCore) {
    self.raw = raw
    self.core = core
  }

  /// The current time. Each read of this property may give a later time.
  public var now: GoogleTimestamp { core.options.clock() }

  public borrowing func withView<Result>(
    _ body: (borrowing ReadTransaction) throws -> Result
  ) rethrows -> Result {
    try body(self)
  }
}
