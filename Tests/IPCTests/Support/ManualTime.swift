import IPC
import Synchronization

/// A time that passes only when a test says so.
final class ManualTime: TimeSource {
  private struct State {
    var now = ContinuousClock.now
    var alarms: [ObjectIdentifier: (at: ContinuousClock.Instant, alarm: Alarm)] = [:]
  }

  private let state = Mutex(State())

  var now: ContinuousClock.Instant { state.withLock { $0.now } }

  func ring(_ alarm: Alarm, at instant: ContinuousClock.Instant) {
    state.withLock { state in
      let key = ObjectIdentifier(alarm)
      state.alarms[key] = (min(state.alarms[key]?.at ?? instant, instant), alarm)
    }
  }

  /// Lets time pass, and rings what is due.
  func advance(by duration: Duration) {
    let due = state.withLock { state in
      state.now += duration
      let now = state.now
      let due = state.alarms.filter { $0.value.at <= now }
      for key in due.keys { state.alarms[key] = nil }
      return due.values.map(\.alarm)
    }
    for alarm in due { alarm.ring() }
  }
}
