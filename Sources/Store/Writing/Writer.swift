internal import Dispatch
internal import Synchronization

/// The store's own thread for writing, on which waiting writes share commits.
///
/// While one commit is on its way to the disk, others line up; the next takes all of them.
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
      Batch(jobs: jobs, core: core).commit()
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
}

extension Writer {
  /// How many writes stand in line, not counting those that are being committed.
  var waitingCount: Int { state.withLock { $0.waiting.count } }
}
