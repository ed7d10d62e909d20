public import GoogleProtos
internal import LMDB

/// Changes that are committed together with their events, or not at all.
///
/// It is lent to the closure of a write and can't leave it. When the closure throws, nothing has changed.
public struct WriteTransaction: ~Copyable, Transaction {
  /// On whose behalf it writes.
  public private(set) var change: Change

  /// The time of all that happens in it: take `created_at` and `updated_at` from here.
  public private(set) var now: GoogleTimestamp

  var raw: LMDB.WriteTransaction
  let view: ReadTransaction
  var head: LogHead
  var random = RandomWords()

  /// The error that left a change half made. Even if the closure catches it, the transaction must not commit.
  private var failure: (any Error)?

  /// Begins where the last event of the store ended.
  init(_ raw: consuming LMDB.WriteTransaction, _ core: StoreCore, _ change: Change) throws {
    let head = try LogHead(raw.view, core.system)
    self.init(raw, core, change, head)
  }

  private init(
    _ raw: consuming LMDB.WriteTransaction, _ core: StoreCore, _ change: Change, _ head: LogHead
  ) {
    self.view = ReadTransaction(raw.lentView(), core)
    self.raw = raw
    self.head = head
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

  /// Commits all that was changed.
  consuming func commit() throws {
    if let failure { throw failure }
    try head.save(&raw, view.core.system)
    try raw.commit()
  }
}

extension WriteTransaction {
  /// Runs the next job, which sees what those before it have changed.
  ///
  /// - Returns: Whether the transaction is still worth a commit: not when a job has failed and left changes.
  mutating func run(_ job: any WriteJob) -> Bool {
    let (changes, former) = (raw.changeCount, head)
    (change, now) = (job.change, view.core.options.clock())
    guard !perform(job) else { return true }
    head = former
    return failure == nil && raw.changeCount == changes
  }

  /// Runs the next job in a transaction within this one, which goes with whatever the job leaves if it fails.
  mutating func runApart(_ job: any WriteJob) {
    let (core, head) = (view.core, head)
    do {
      self.head = try raw.nested { child in
        var child = WriteTransaction(child, core, job.change, head)
        return child.perform(job) ? try child.join() : head
      }
    } catch {
      job.fail(error)
    }
  }

  /// Returns whether the job's changes are to be kept. One that goes on after half a change has failed.
  private mutating func perform(_ job: any WriteJob) -> Bool {
    let isKept = job.run(in: &self)
    if let failure { job.fail(failure) }
    return isKept && failure == nil
  }

  /// Makes the changes part of the transaction around this one, and returns where that one goes on.
  private consuming func join() throws -> LogHead {
    try raw.commit()
    return head
  }
}
