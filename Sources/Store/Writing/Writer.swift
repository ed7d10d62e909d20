internal import Dispatch
internal import Synchronization

/// The store's own thread for writing, on which waiting writes share commits.
///
/// While one commit is on its way to the disk, others line up; the next takes all of them.
final class Writer: Sendable {
  /// However slow the disk is, nobody is held back for longer.
  private static let mostPatience = Duration.milliseconds(2)

  /// The writes in line keep it. Held from here too, it would outlive the last of them by a moment,
  /// and the directory couldn't be opened again right after.
  private weak let core: StoreCore?
  private let queue = DispatchQueue(label: "steward.store.writer")
  private let line = Mutex(WriteLine())
  private let complete = DispatchSemaphore(value: 0)

  init(_ core: StoreCore) {
    self.core = core
  }

  func submit(_ job: any WriteJob) {
    switch line.withLock({ $0.join(job) }) {
    case .start: queue.async { self.run() }
    case .wake: complete.signal()
    case .nothing: break
    }
  }

  private func run() {
    while let jobs = next() {
      // Half the time of a commit: what waiting can cost at most is then less than what it can save.
      let patience = min(commit(jobs) / 2, Self.mostPatience)
      line.withLock { $0.expect(jobs.count, until: .now() + patience) }
      for job in jobs { job.finish() }
    }
  }

  /// Returns how long it took to make the changes durable.
  private func commit(_ jobs: ArraySlice<any WriteJob>) -> Duration {
    guard let core else { preconditionFailure("a write outlives its store") }
    var batch = Batch(jobs: jobs, core: core)
    batch.commit()
    return batch.commitTime
  }

  private func next() -> ArraySlice<any WriteJob>? {
    if let patience = line.withLock({ $0.gather() }) { gather(until: patience) }
    return line.withLock { $0.next() }
  }

  private func gather(until patience: DispatchTime) {
    guard complete.wait(timeout: patience) == .timedOut else { return }
    // Who came just then has signalled nonetheless, which must not end the next wait.
    if line.withLock({ $0.endGathering() }) { complete.wait() }
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
  var waitingCount: Int { line.withLock { $0.count } }
}
