internal import Synchronization

/// Records what one plugin, or the host itself, did and used. A plugin keeps its recorder for as
/// long as the host knows the plugin, whatever happens to its processes.
final class PluginRecorder: Sendable {
  /// The calls that ended before a process was found for them, such as those to a plugin that is
  /// down. It is not known what their methods are.
  let unplaced: CallRecorder
  private let steps: StatsSteps
  private let methods = Mutex<[String: CallRecorder]>([:])
  private let processes: Mutex<ProcessUses>

  init(in steps: StatsSteps = .current) {
    self.steps = steps
    unplaced = CallRecorder(hasLatency: false, in: steps)
    processes = Mutex(ProcessUses(in: steps))
  }

  /// Returns the recorder of a method that the plugin's descriptors define.
  ///
  /// - Parameter name: The full name, as "steward.orgs.v1.Orgs/Create".
  func calls(of name: String, isStream: Bool) -> CallRecorder {
    methods.withLock { methods in
      if let known = methods[name] { return known }
      let new = CallRecorder(hasLatency: !isStream, in: steps)
      methods[name] = new
      return new
    }
  }

  func record(_ readings: [ProcessReading], at now: ContinuousClock.Instant) {
    processes.withLock { $0.record(readings, at: now) }
  }

  func recordEnd(_ reading: ProcessReading, at now: ContinuousClock.Instant) {
    processes.withLock { $0.recordEnd(reading, at: now) }
  }

  func uses(by length: StatsSteps.Length, at now: ContinuousClock.Instant) -> [ProcessUse] {
    processes.withLock { $0.points(by: length, at: now) }
  }

  /// Returns the points of each method, sorted by name.
  func callsByMethod(
    by length: StatsSteps.Length, at now: ContinuousClock.Instant
  ) -> [(method: String, points: [CallCounts])] {
    methods.withLock(\.self).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.points(by: length, at: now)) }
  }
}
