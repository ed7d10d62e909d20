/// Something to be rung at a time.
package final class Timer: Sendable {
  private let action: @Sendable () -> Void

  package init(_ action: @escaping @Sendable () -> Void) {
    self.action = action
  }

  package func schedule() {
    action()
  }
}

/// What time it is, and who wakes one up. Tests bring their own.
package protocol ConnectionClock: Sendable {
  var now: ContinuousClock.Instant { get }
  /// Rings `alarm` at `instant`, or earlier if it is already set so.
  func schedule(_ timer: Timer, at instant: ContinuousClock.Instant)
}

/// The machine's time.
package struct SystemClock: ConnectionClock {
  package init() {}

  package var now: ContinuousClock.Instant { .now }

  package func schedule(_ timer: Timer, at instant: ContinuousClock.Instant) {
    Reactor.shared.schedule(timer, at: instant)
  }
}
