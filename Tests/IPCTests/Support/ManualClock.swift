import IPC
import Synchronization

/// A clock that advances only when a test says so.
final class ManualClock: ConnectionClock {
  private struct State {
    var now = ContinuousClock.now
    var timers: [ObjectIdentifier: (at: ContinuousClock.Instant, timer: Timer)] = [:]
  }

  private let state = Mutex(State())

  var now: ContinuousClock.Instant { state.withLock { $0.now } }

  func schedule(_ timer: Timer, at instant: ContinuousClock.Instant) {
    state.withLock { state in
      let key = ObjectIdentifier(timer)
      state.timers[key] = (min(state.timers[key]?.at ?? instant, instant), timer)
    }
  }

  /// Advances the clock, and fires the timers that are due.
  func advance(by duration: Duration) {
    let due = state.withLock { state in
      state.now += duration
      let now = state.now
      let due = state.timers.filter { $0.value.at <= now }
      for key in due.keys { state.timers[key] = nil }
      return due.values.map(\.timer)
    }
    for timer in due { timer.schedule() }
  }
}
