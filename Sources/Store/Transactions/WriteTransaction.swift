internal import LMDB
public import StewardProtos

/// Changes that are committed together with their events, or not at all.
///
/// It is lent to the closure of a write and can't leave it. When the closure throws, nothing has changed.
public struct WriteTransaction: ~Copyable, Transaction {
  /// On whose behalf it writes.
  public let change: Change

  /// The time of all that happens in it: take `created_at` and `updated_at` from here.
  public let now: GoogleTimestamp

  var raw: LMDB.WriteTransaction
  let view: ReadTransaction
  var ledger: Ledger

  /// The error that left a change half made. Even if the closure catches it, the transaction must not commit.
  private(set) var failure: (any Error)?

  /// Begins where the last event of the store ended.
  init(_ raw: consuming LMDB.WriteTransaction, _ core: StoreCore, _ change: Change) throws {
    let ledger = try Ledger(raw.view, core.system)
    self.init(raw, core, change, ledger)
  }

  init(
    _ raw: consuming LMDB.WriteTransaction, _ core: StoreCore, _ change: Change, _ ledger: Ledger
  ) {
    self.view = ReadTransaction(raw.lentView(), core)
    self.raw = raw
    self.ledger = ledger
    self.change = change
    self.now = core.options.clock()
  }

  public borrowing func withView<Result>(
    _ body: (borrowing ReadTransaction) throws -> Result
  ) rethrows -> Result {
    try body(view)
  }

  /// Runs steps that only make sense together, after everything that can be refused has been checked.
  mutating func applying(_ steps: (inout WriteTransaction) throws -> Void) throws {
    do {
      try steps(&self)
    } catch {
      failure = error
      throw error
    }
  }

  /// Commits, and returns where the next transaction begins.
  consuming func commit() throws -> Ledger {
    if let failure { throw failure }
    try ledger.save(&raw, view.core.system)
    try raw.commit()
    return ledger
  }
}
