internal import Platform

/// The division of time into steps of a minute and of an hour.
struct StatsSteps: Hashable, Sendable {
  /// The length of a step, and the number of steps that are kept.
  enum Length: String, Hashable, Sendable, CaseIterable {
    case minute
    case hour

    var duration: Duration { self == .minute ? .seconds(60) : .seconds(3600) }
    var kept: Int { self == .minute ? 60 : 24 }
  }

  /// The steps of this process. They begin at full minutes and hours of the system's clock as it
  /// was when the process needed them first. They don't jump with that clock.
  static let current: StatsSteps = {
    let (seconds, nanoseconds) = WallClock.now
    return StatsSteps(
      from: .now - .seconds(seconds % 3600) - .nanoseconds(Int64(nanoseconds)))
  }()

  /// A time at which a minute and an hour begin.
  let origin: ContinuousClock.Instant

  init(from origin: ContinuousClock.Instant) {
    self.origin = origin
  }

  /// Returns the number of the step that contains a time.
  func number(of time: ContinuousClock.Instant, by length: Length) -> Int {
    let (seconds, rest) = (time - origin).components
    let whole = rest < 0 ? seconds - 1 : seconds
    let length = length.duration.components.seconds
    // Rounds down, also before the origin.
    return Int((whole < 0 ? whole - (length - 1) : whole) / length)
  }

  /// Returns the time at which a step begins.
  func start(of number: Int, by length: Length) -> ContinuousClock.Instant {
    origin + length.duration * number
  }
}
