internal import Status
internal import Synchronization

/// Records the calls of one method. It is on the way of each call, so it looks nothing up and
/// allocates nothing.
final class CallRecorder: Sendable {
  /// Whether the duration of a call is a latency, as it is not for a stream.
  private let hasLatency: Bool
  private let series: Mutex<StatsSeries<CallCounts>>

  init(hasLatency: Bool, in steps: StatsSteps = .current) {
    self.hasLatency = hasLatency
    series = Mutex(StatsSeries(of: CallCounts(), in: steps))
  }

  /// Counts a call that ended at `now`.
  func ended(
    with code: StatusCode, since start: ContinuousClock.Instant,
    at now: ContinuousClock.Instant = .now
  ) {
    let isFailure = code.isFailureOfService
    let bucket = hasLatency ? CallCounts.bucket(of: now - start) : nil
    series.withLock { series in
      series.record(at: now) { $0.add(isFailure: isFailure, bucket: bucket) }
    }
  }

  func points(
    by length: StatsSteps.Length, at now: ContinuousClock.Instant
  ) -> [CallCounts] {
    series.withLock { $0.points(by: length, at: now) }
  }
}
