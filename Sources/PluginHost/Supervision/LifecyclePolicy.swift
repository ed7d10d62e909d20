/// The numbers by which a plugin is started, restarted and stopped.
struct LifecyclePolicy: Hashable, Sendable {
  /// The delay after the first crash, doubled with each further one.
  var initialBackoff: Duration = .milliseconds(100)
  var maximumBackoff: Duration = .seconds(30)
  /// The longest delay after a process died while it served. A caller may have caused that, and
  /// must not be able to keep the plugin from all others.
  var maximumServingBackoff: Duration = .milliseconds(250)
  /// The longest delay after a process was killed from outside while it was in service: that says
  /// nothing against the plugin.
  var maximumKilledBackoff: Duration = .milliseconds(250)
  /// After so much service, earlier crashes count no more.
  var resetAfter: Duration = .seconds(60)
  /// From the start of the process to its Welcome.
  var startTimeout: Duration = .seconds(10)
  /// From the end of the drain to SIGKILL.
  var stopTimeout: Duration = .seconds(5)
  /// How long the calls of a process that is being replaced may take to their end.
  var drainTimeout: Duration = .seconds(30)
  /// The same for one that is being stopped.
  var stopDrainTimeout: Duration = .seconds(10)
  /// How long a process may live on after it closed its channel.
  var hangUpGrace: Duration = .seconds(1)
  var pingInterval: Duration = .seconds(5)
  var pingTimeout: Duration = .seconds(15)

  /// Returns how long to wait after the `count`-th crash in a row, at most `limit`.
  ///
  /// `chance`, from 0 to 1, spreads plugins that crashed together over ±25 %, so that they don't
  /// come back together.
  func backoff(after count: Int, limit: Duration, chance: Double) -> Duration {
    let limit = min(limit, maximumBackoff)
    let doublings = min(max(count - 1, 0), 20)
    let delay = min(initialBackoff * (1 << doublings), limit)
    return min(delay * (0.75 + chance / 2), limit)
  }
}
