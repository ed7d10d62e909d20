internal import Platform

/// The points of the last hour by minute and of the last day by hour: a value that uses no clock.
struct StatsSeries<Point: Sendable>: Sendable {
  private let steps: StatsSteps
  private var minutes: StepRing<Point>
  private var hours: StepRing<Point>
  /// The end of the newest minute. Before the first change, it is earlier than any time.
  private var end: ContinuousClock.Instant

  init(of empty: Point, in steps: StatsSteps) {
    self.steps = steps
    end = steps.origin - .seconds(1 << 40)
    minutes = StepRing(StatsSteps.Length.minute.kept, of: empty)
    hours = StepRing(StatsSteps.Length.hour.kept, of: empty)
  }

  /// Changes the points of the minute and of the hour that contain a time. If the time is earlier
  /// than the newest minute, changes the newest points.
  mutating func record(
    at time: ContinuousClock.Instant, _ change: (inout Point) -> Void
  ) {
    // Within a minute, this costs one comparison.
    if time >= end { advance(to: time) }
    minutes.change(change)
    hours.change(change)
  }

  private mutating func advance(to time: ContinuousClock.Instant) {
    let minute = steps.number(of: time, by: .minute)
    minutes.advance(to: minute)
    hours.advance(to: steps.number(of: time, by: .hour))
    end = steps.start(of: minute + 1, by: .minute)
  }

  /// Returns the points by a length of step, the oldest first. The last one is the step that
  /// contains `now`.
  func points(by length: StatsSteps.Length, at now: ContinuousClock.Instant) -> [Point] {
    let step = steps.number(of: now, by: length)
    return length == .minute ? minutes.points(upTo: step) : hours.points(upTo: step)
  }
}
