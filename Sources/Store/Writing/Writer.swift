internal import Dispatch
internal import Synchronization

/// The store's own thread for writing, on which waiting writes share commits.
///
/// While one commit is on its way to the disk, others line up; the next takes all of them.
final class Writer: Sendable {
  /// However slow the disk is, nobody is held back for longer.
  private static let maximumPatience = Duration.milliseconds(2)

  /// The writes in line keep it. Held from here too, it would outlive the last of them by a moment,
  /// and the directory couldn't be opened again right after.
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
      // Half the time of a commit: what waiting can cost at most is then less than what it can save.
      let patience = min(commit(jobs) / 2, Self.maximumPatience)
      queue.withLock { $0.expect(jobs.count, until: .now() + patience) }
      for job in jobs { job.finish() }
    }
  }

  /// Returns how long it took to make the changes durable.
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
    // Who came just then has signalled nonetheless, which must not end the next wait.
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
  /// How many writes stand in line, not counting those that are being committed.
  var waitingCount: Int { queue.withLock { $0.count } }
}
