/// The recent crashes of a plugin, and the delay of its next start that follows from them.
///
/// The delay is limited, and no number of crashes stops the restarts. Otherwise a caller that can
/// crash a plugin could switch the plugin off.
struct CrashBackoff: Sendable {
  /// The circumstance in which a process ended without a request to end.
  enum Circumstance: Hashable, Sendable {
    /// The process ended by a signal from outside.
    case killed
    /// The process ended in service, while it had calls or clients, one of which may have caused
    /// the end.
    case serving
    /// The process ended by itself: before it was ready, or without anything to do.
    case alone
  }

  /// Kills and crashes are counted separately, so that no number of kills makes the plugin look
  /// broken.
  private var kills = 0
  private var crashes = 0
  /// Whether a process of the plugin was ready at least once. Until then, a kill counts as a crash.
  private var hasServed = false

  /// Counts a crash, and returns the delay until the next start.
  ///
  /// - Parameter service: The time for which the process was ready; `nil` if it never was.
  mutating func next(
    after circumstance: Circumstance, service: Duration?, policy: LifecyclePolicy, chance: Double
  ) -> Duration {
    hasServed = hasServed || service != nil
    if let service, service >= policy.resetAfter { (kills, crashes) = (0, 0) }
    switch circumstance {
    case .killed where hasServed:
      kills += 1
      return policy.delay(after: kills, service, policy.maximumKilledBackoff, chance)
    case .serving where service != nil:
      crashes += 1
      return policy.delay(after: crashes, service, policy.maximumServingBackoff, chance)
    // A process that was never ready has served no client, although some clients may wait for it.
    case .alone, .serving, .killed:
      crashes += 1
      return policy.delay(after: crashes, service, policy.maximumBackoff, chance)
    }
  }
}

extension LifecyclePolicy {
  /// Returns the delay after a crash. The first crash in service has no delay, because the plugin
  /// could serve a moment ago.
  fileprivate func delay(
    after count: Int, _ service: Duration?, _ limit: Duration, _ chance: Double
  ) -> Duration {
    guard service != nil else { return backoff(after: count, limit: limit, chance: chance) }
    return count == 1 ? .zero : backoff(after: count - 1, limit: limit, chance: chance)
  }
}
