internal import LMDB

/// Writes that share a commit. One that fails takes no other with it.
///
/// As long as all go well they run in the commit's own transaction, one after the other. What a write has left
/// there when it fails can't be taken out alone: then everything is rolled back and all run again, each in a
/// transaction nested in the commit's. That is for the rare case, since it costs as much again as the write.
struct GroupCommit {
  let jobs: ArraySlice<any WriteJob>
  let core: StoreCore
  /// How long it took to make the changes durable.
  private(set) var commitTime = Duration.zero

  init(jobs: ArraySlice<any WriteJob>, core: StoreCore) {
    self.jobs = jobs
    self.core = core
  }

  /// Commits what is to be kept; from then on each job knows what became of it.
  ///
  /// Nobody may be told before: even a refusal may rest on what another job of the batch wrote.
  mutating func commit() {
    do {
      if try !commitTogether() { try commitApart() }
    } catch {
      for job in jobs { job.fail(error) }
    }
  }

  /// Returns whether it could be done. A job that is alone has nobody to take with it.
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
