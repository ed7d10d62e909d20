internal import Dispatch
internal import Synchronization

/// The store's own thread for writing. Waiting writes share commits.
///
/// While one commit is being written to the disk, other writes queue up. The next commit takes all
/// of them, up to the limit of ``CommitQueue``.
final class Writer: Sendable {
  /// The maximum time to wait for more writes, however slow the disk is.
  private static let maximumPatience = Duration.milliseconds(2)

  /// The queued writes keep the core. A strong reference here would keep it a moment longer than
  /// the last write, and the directory couldn't be opened again right after.
  private weak let core: StoreCore?
  private let executor = DispatchQueue(label: "steward.store.writer")
  private let queue = Mutex(CommitQueue())
  private let complete = DispatchSemaphore(value: 0)

  init(_ core: StoreCore) {
    self.core = core
  }

  func submit(_ job: any WriteJob) {
    switch queue.withLock({ $0.join(job) }) {
    case .start: executor.async { self.run() }
    case .wake: complete.signal()
    case .nothing: break
    }
  }

  private func run() {
    while let jobs = next() {
      // The wait is half the time of a commit. So the wait costs at most less than it can save.
      let patience = min(commit(jobs) / 2, Self.maximumPatience)
      queue.withLock { $0.expect(jobs.count, until: .now() + patience) }
      for job in jobs { job.finish() }
    }
  }

  /// Commits a group of jobs. Returns the time that it took to make the changes durable.
  private func commit(_ jobs: ArraySlice<any WriteJob>) -> Duration {
    guard let core else { preconditionFailure("a write outlives its store") }
    var group = GroupCommit(jobs: jobs, core: core)
    group.commit()
    return group.commitTime
  }

  private func next() -> ArraySlice<any WriteJob>? {
    if let patience = queue.withLock({ $0.gather() }) { gather(until: patience) }
    return queue.withLock { $0.next() }
  }

  private func gather(until patience: DispatchTime) {
    guard complete.wait(timeout: patience) == .timedOut else { return }
    // A job that arrived just then has signalled nonetheless. That signal must not end the next
    // wait.
    if queue.withLock({ $0.endGathering() }) { complete.wait() }
  }
}

extension DispatchTime {
  fileprivate static func + (time: DispatchTime, duration: Duration) -> DispatchTime {
    let nanoseconds = Int(duration / .nanoseconds(1))
    return time + DispatchTimeInterval.nanoseconds(nanoseconds)
  }
}

extension Writer {
  /// The number of waiting writes, without those that are being committed.
  var waitingCount: Int { queue.withLock { $0.count } }
}
