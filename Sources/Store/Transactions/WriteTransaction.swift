public import GoogleProtos
internal import LMDB

/// Changes that are committed together with their events, or not at all.
///
/// A write transaction is lent to the closure of a write, and can't leave it. If the closure
/// throws, nothing has changed.
public struct WriteTransaction: ~Copyable, Transaction {
  /// The actor and the call that the transaction writes for.
  public private(set) var change: Change

  /// The time of all changes in the transaction. Take `created_at` and `updated_at` from here.
  public private(set) var now: GoogleTimestamp

  var raw: LMDB.WriteTransaction
  let view: ReadTransaction
  var head: LogHead
  var random = RandomWords()

  /// The error that left a change incomplete. Even if the closure catches it, the transaction must
  /// not commit.
  private var failure: (any Error)?

  /// Creates a transaction that continues after the last event of the store.
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

  /// Makes someone else the actor of the events that follow, such as a person who has proved who they
  /// are in this transaction.
  ///
  /// - Parameter actor: The actor, as ``Change/actor`` has it.
  public mutating func act(as actor: String) {
    change = Change(
      actor: actor, plugin: change.plugin, method: change.method, call: change.call)
  }

  /// Runs steps that belong together, after all checks have passed. If a step throws, the
  /// transaction can't commit.
  mutating func applying(_ steps: (inout WriteTransaction) throws -> Void) throws {
    do {
      try steps(&self)
    } catch {
      failure = error
      throw error
    }
  }

  /// Commits all changes. Throws the error of an incomplete change, if there was one.
  consuming func commit() throws {
    if let failure { throw failure }
    try head.save(&raw, view.core.system)
    try raw.commit()
  }
}

extension WriteTransaction {
  /// Runs the next job, which sees the changes of the jobs before it.
  ///
  /// - Returns: Whether the transaction can still be committed. It can't if a job has failed and
  ///   left changes.
  mutating func run(_ job: any WriteJob) -> Bool {
    let (changes, former) = (raw.changeCount, head)
    (change, now) = (job.change, view.core.options.clock())
    guard !perform(job) else { return true }
    head = former
    return failure == nil && raw.changeCount == changes
  }

  /// Runs the next job in a nested transaction. If the job fails, the nested transaction is dropped
  /// with all its changes.
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

  /// Returns whether to keep the job's changes. A job that continues after an incomplete change has
  /// failed.
  private mutating func perform(_ job: any WriteJob) -> Bool {
    let isKept = job.run(in: &self)
    if let failure { job.fail(failure) }
    return isKept && failure == nil
  }

  /// Makes the changes part of the parent transaction, and returns the head for the parent.
  private consuming func join() throws -> LogHead {
    try raw.commit()
    return head
  }
}
