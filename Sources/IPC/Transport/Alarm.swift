/// Something to be rung at a time.
package final class Alarm: Sendable {
  private let action: @Sendable () -> Void

  package init(_ action: @escaping @Sendable () -> Void) {
    self.action = action
  }

  package func ring() {
    action()
  }
}

/// What time it is, and who wakes one up. Tests bring their own.
package protocol TimeSource: Sendable {
  var now: ContinuousClock.Instant { get }
  /// Rings `alarm` at `instant`, or earlier if it is already set so.
  func ring(_ alarm: Alarm, at instant: ContinuousClock.Instant)
}

/// The machine's time.
package struct SystemTime: TimeSource {
  package init() {}

  package var now: ContinuousClock.Instant { .now }

  package func ring(_ alarm: Alarm, at instant: ContinuousClock.Instant) {
    Reactor.shared.ring(alarm, at: instant)
  }
}
