import Randomness
import Testing

extension Trial {
  static let chaos = Trial("chaos", seconds: 6)
}

extension TimeLimitTrait.Duration {
  /// The trial's own time, and enough for the checks on a busy machine.
  static var chaos: Self {
    .minutes(3 + (Trial.chaos.duration.components.seconds + Int64(Trial.chaos.count ?? 0)) / 60)
  }
}

/// The time after which an operation counts as hanging.
let patience: Duration = .seconds(60)

struct Hangs: Error {
  let what: String
}

/// Repeats a check until it is true.
///
/// - Throws: ``Hangs`` if that takes longer than ``patience``.
func awaiting(_ what: String, _ isSo: () async throws -> Bool) async throws {
  let deadline = ContinuousClock.now + patience
  while !(try await isSo()) {
    guard ContinuousClock.now < deadline else { throw Hangs(what: what) }
    await Task.yield()
  }
}
