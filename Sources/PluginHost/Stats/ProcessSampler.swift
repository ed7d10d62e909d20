internal import Glibc

/// Looks at the host's process and at those of its plugins: whenever a minute ends, and when
/// a caller reads the numbers.
@Supervision
final class ProcessSampler {
  nonisolated let host: PluginRecorder
  private let steps: StatsSteps
  private let registry: PluginRegistry

  /// - Parameter host: The recorder of the host itself.
  nonisolated init(
    _ registry: PluginRegistry, host: PluginRecorder, in steps: StatsSteps = .current
  ) {
    self.registry = registry
    self.host = host
    self.steps = steps
  }

  func sample(at now: ContinuousClock.Instant) {
    host.record([getpid()].compactMap { ProcessReading(of: $0) }, at: now)
    for supervisor in registry.supervisors { supervisor.sample(at: now) }
  }

  /// Looks at the processes at the end of each minute from now on, until nothing needs this object
  /// any more.
  func start() {
    let step = steps.number(of: .now, by: .minute)
    let end = steps.start(of: step + 1, by: .minute)
    SupervisionThread.shared.setTimer(at: end) { [weak self] in
      Task { @Supervision in self?.minuteEnded(at: end) }
    }
  }

  private func minuteEnded(at end: ContinuousClock.Instant) {
    // What was used until now was used before the minute's end, however late this comes.
    sample(at: end - .nanoseconds(1))
    start()
  }
}
