/// An action to run at a set time.
package final class Timer: Sendable {
  private let action: @Sendable () -> Void

  package init(_ action: @escaping @Sendable () -> Void) {
    self.action = action
  }

  package func schedule() {
    action()
  }
}

/// A clock that tells the time and fires timers. Tests use a clock of their own.
package protocol ConnectionClock: Sendable {
  var now: ContinuousClock.Instant { get }
  /// Fires `timer` at `instant`, or earlier if it is already set to an earlier time.
  func schedule(_ timer: Timer, at instant: ContinuousClock.Instant)
}

/// The system's clock.
package struct SystemClock: ConnectionClock {
  package init() {}

  package var now: ContinuousClock.Instant { .now }

  package func schedule(_ timer: Timer, at instant: ContinuousClock.Instant) {
    Reactor.shared.schedule(timer, at: instant)
  }
}
