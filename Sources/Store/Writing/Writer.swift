internal import Dispatch
internal import LMDB
internal import Synchronization

/// The store's own thread for writing, on which waiting writes share commits.
///
/// While one commit is on its way to the disk, others line up; the next takes all of them. Each runs in a
/// transaction nested in the commit's, so one that fails takes no other with it.
final class Writer: Sendable {
  private struct State {
    var waiting: [any WriteJob] = []
    var isRunning = false
  }

  /// Bounds how long the first of a batch waits for the last, and how much a failed commit takes with it.
  private static let mostAtOnce = 512

  private let core: StoreCore
  private let queue = DispatchQueue(label: "steward.store.writer")
  private let state = Mutex(State())

  init(_ core: StoreCore) {
    self.core = core
  }

  func submit(_ job: any WriteJob) {
    let mustStart = state.withLock { state in
      state.waiting.append(job)
      defer { state.isRunning = true }
      return !state.isRunning
    }
    if mustStart { queue.async { self.run() } }
  }

  private func run() {
    while let jobs = next() {
      commit(jobs)
      // Nobody is told before the commit: even a refusal may rest on what another job of the batch wrote.
      for job in jobs { job.finish() }
    }
  }

  private func next() -> ArraySlice<any WriteJob>? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.isRunning = false
        return nil
      }
      let jobs = state.waiting.prefix(Self.mostAtOnce)
      state.waiting.removeFirst(jobs.count)
      return jobs
    }
  }

  private func commit(_ jobs: ArraySlice<any WriteJob>) {
    do {
      let raw = try core.environment.write()
      let ledger = try Ledger(raw.view, core.system)
      if let job = jobs.first, jobs.count == 1 {
        _ = try perform(job, in: raw, ledger)
      } else {
        try performAll(jobs, in: raw, ledger)
      }
    } catch {
      for job in jobs { job.fail(error) }
    }
  }

  private func performAll(
    _ jobs: ArraySlice<any WriteJob>, in raw: consuming LMDB.WriteTransaction, _ ledger: Ledger
  ) throws {
    var ledger = ledger
    for job in jobs {
      do {
        ledger = try raw.nested { child in try perform(job, in: child, ledger) }
      } catch {
        job.fail(error)
      }
    }
    try raw.commit()
  }

  /// Runs a job to the end of its transaction, and returns where the next one begins.
  private func perform(
    _ job: any WriteJob, in raw: consuming LMDB.WriteTransaction, _ ledger: Ledger
  ) throws -> Ledger {
    var tx = WriteTransaction(raw, core, job.change, ledger)
    return job.run(in: &tx) ? try tx.commit() : ledger
  }
}

extension Writer {
  /// How many writes stand in line, not counting those that are being committed.
  var waitingCount: Int { state.withLock { $0.waiting.count } }
}
