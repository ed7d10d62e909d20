/// How often a plugin has crashed of late, and how long its next start waits for that.
///
/// The delay is bounded and no count of crashes ends it: otherwise a caller that can crash a plugin
/// could switch it off.
struct CrashBackoff: Sendable {
  /// How a process came to its end that was not asked for.
  enum Circumstance: Hashable, Sendable {
    /// By a signal from outside.
    case killed
    /// In service, while it had calls or clients, one of which may have caused it.
    case serving
    /// By itself: before it was ready, or without anything to do.
    case alone
  }

  /// The two are counted apart, so that no number of kills makes the plugin look sick.
  private var kills = 0
  private var crashes = 0
  /// Until a process of the plugin was ready once, its being killed is no accident.
  private var hasServed = false

  /// Counts a crash, and returns the delay until the next start.
  ///
  /// - Parameter service: How long the process was ready; nil if it never was.
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
    // What never was ready has served no client, though some may wait for it.
    case .alone, .serving, .killed:
      crashes += 1
      return policy.delay(after: crashes, service, policy.maximumBackoff, chance)
    }
  }
}

extension LifecyclePolicy {
  /// The first crash in service is followed by a start at once: the plugin could serve a moment ago.
  fileprivate func delay(
    after count: Int, _ service: Duration?, _ limit: Duration, _ chance: Double
  ) -> Duration {
    guard service != nil else { return backoff(after: count, limit: limit, chance: chance) }
    return count == 1 ? .zero : backoff(after: count - 1, limit: limit, chance: chance)
  }
}
