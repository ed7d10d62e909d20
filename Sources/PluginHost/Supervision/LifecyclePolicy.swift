/// The numbers by which a module is started, restarted, given up and stopped.
struct LifecyclePolicy: Hashable, Sendable {
  /// The module is given up after more than so many crashes within `crashWindow`.
  var maximumCrashes = 5
  var crashWindow: Duration = .seconds(60)
  /// The delay after the first crash of a window, doubled with each further one.
  var initialBackoff: Duration = .milliseconds(100)
  var maximumBackoff: Duration = .seconds(10)
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

  /// Returns how long to wait after the `crashes`-th crash of a window.
  ///
  /// `chance`, from 0 to 1, spreads modules that crashed together over ±25 %, so that they don't come
  /// back together.
  func backoff(afterCrashes crashes: Int, chance: Double) -> Duration {
    let doublings = min(max(crashes - 1, 0), 20)
    let delay = min(initialBackoff * (1 << doublings), maximumBackoff)
    return min(delay * (0.75 + chance / 2), maximumBackoff)
  }
}
