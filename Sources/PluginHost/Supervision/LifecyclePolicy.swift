/// The times and delays with which a plugin is started, restarted and stopped.
struct LifecyclePolicy: Hashable, Sendable {
  /// The delay after the first crash. It doubles with each further crash.
  var initialBackoff: Duration = .milliseconds(100)
  var maximumBackoff: Duration = .seconds(30)
  /// The maximum delay after a process died while it served. A caller may have caused that, and
  /// must not be able to make the plugin unavailable to all others.
  var maximumServingBackoff: Duration = .milliseconds(250)
  /// The maximum delay after a process was killed from outside while it was in service. That is not
  /// the plugin's fault.
  var maximumKilledBackoff: Duration = .milliseconds(250)
  /// The time in service after which earlier crashes no longer count.
  var resetAfter: Duration = .seconds(60)
  /// The maximum time from the start of the process to its Welcome.
  var startTimeout: Duration = .seconds(10)
  /// The maximum time from the end of the drain to SIGKILL.
  var stopTimeout: Duration = .seconds(5)
  /// The maximum time in which the calls of a process that is being replaced must end.
  var drainTimeout: Duration = .seconds(30)
  /// The same for a process that is being stopped.
  var stopDrainTimeout: Duration = .seconds(10)
  /// The maximum time for which a process may run after it closed its channel.
  var hangUpGrace: Duration = .seconds(1)
  var pingInterval: Duration = .seconds(5)
  var pingTimeout: Duration = .seconds(15)

  /// Returns the delay after the `count`-th crash in a row, at most `limit`.
  ///
  /// `chance`, from 0 to 1, varies the delay by ±25 %, so that plugins that crashed together don't
  /// start again together.
  func backoff(after count: Int, limit: Duration, chance: Double) -> Duration {
    let limit = min(limit, maximumBackoff)
    let doublings = min(max(count - 1, 0), 20)
    let delay = min(initialBackoff * (1 << doublings), limit)
    return min(delay * (0.75 + chance / 2), limit)
  }
}
