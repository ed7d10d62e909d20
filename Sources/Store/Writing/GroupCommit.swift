internal import LMDB

/// A group of writes that share a commit. A write that fails doesn't affect the others.
///
/// As long as all writes succeed, they run in the commit's own transaction, one after the other. If
/// a write fails after it has changed something, its changes can't be removed alone. The group then
/// rolls back everything and runs all writes again, each in a nested transaction. Such a run costs
/// twice as much, but it is rare.
struct GroupCommit {
  let jobs: ArraySlice<any WriteJob>
  let core: StoreCore
  /// The time that it took to make the changes durable.
  private(set) var commitTime = Duration.zero

  init(jobs: ArraySlice<any WriteJob>, core: StoreCore) {
    self.jobs = jobs
    self.core = core
  }

  /// Commits the changes to keep. After that, each job knows its outcome.
  ///
  /// No caller may be told earlier, because even a refusal may depend on the changes of another job
  /// in the group.
  mutating func commit() {
    do {
      if try !commitTogether() { try commitApart() }
    } catch {
      for job in jobs { job.fail(error) }
    }
  }

  /// Returns whether the group is done. A job that is alone in its group affects no other job.
  private mutating func commitTogether() throws -> Bool {
    var tx = try begin()
    for job in jobs {
      guard !job.isDryRun else {
        tx.runApart(job)
        continue
      }
      guard tx.run(job) else { return jobs.count == 1 }
    }
    try commit(tx)
    return true
  }

  private mutating func commitApart() throws {
    var tx = try begin()
    for job in jobs { tx.runApart(job) }
    try commit(tx)
  }

  private func begin() throws -> WriteTransaction {
    try WriteTransaction(core.environment.write(), core, .none)
  }

  private mutating func commit(_ tx: consuming WriteTransaction) throws {
    let start = ContinuousClock.now
    try tx.commit()
    commitTime = start.duration(to: .now)
  }
}
