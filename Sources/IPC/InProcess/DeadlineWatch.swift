internal import Synchronization

/// Minds the deadlines of the calls within the process, with one alarm however many they are.
final class DeadlineWatch: Sendable {
  fileprivate struct State {
    var calls: [ObjectIdentifier: (deadline: ContinuousClock.Instant, call: InProcessCall)] = [:]
    /// Never later than the first deadline. Calls mostly end long before theirs, so it isn't kept
    /// exact, and the alarm may find nothing to do.
    var alarmSetTo: ContinuousClock.Instant?
  }

  private let time: any ConnectionClock
  private let state = Mutex(State())
  private let timer = Mutex<Timer?>(nil)

  init(time: any ConnectionClock) {
    self.time = time
    timer.withLock { $0 = Timer { [weak self] in self?.timerFired() } }
  }

  /// Abandons `call` at its deadline. Returns false if that is past: then there is nothing to watch.
  func watch(_ call: InProcessCall, until deadline: ContinuousClock.Instant) -> Bool {
    guard time.now < deadline else { return false }
    setTimer(to: state.withLock { $0.add(call, until: deadline) })
    return true
  }

  /// The call has ended.
  func forget(_ call: InProcessCall) {
    let former = state.withLock { $0.calls.removeValue(forKey: ObjectIdentifier(call)) }
    _ = consume former  // Released outside the lock: its deinit may be anything.
  }

  private func timerFired() {
    let now = time.now
    let (due, next) = state.withLock { $0.takeDue(at: now) }
    setTimer(to: next)
    for call in due { call.abandon(.deadlineExceeded) }
  }

  private func setTimer(to instant: ContinuousClock.Instant?) {
    guard let instant, let timer = timer.withLock({ $0 }) else { return }
    time.schedule(timer, at: instant)
  }
}

extension DeadlineWatch.State {
  /// Returns when the alarm is to ring, if that is earlier than it is set to.
  fileprivate mutating func add(
    _ call: InProcessCall, until deadline: ContinuousClock.Instant
  ) -> ContinuousClock.Instant? {
    calls[ObjectIdentifier(call)] = (deadline, call)
    if let alarmSetTo, alarmSetTo <= deadline { return nil }
    alarmSetTo = deadline
    return deadline
  }

  /// Takes the calls whose deadlines have come; returns when the next one does.
  fileprivate mutating func takeDue(
    at now: ContinuousClock.Instant
  ) -> (due: [InProcessCall], next: ContinuousClock.Instant?) {
    let due = calls.values.filter { $0.deadline <= now }.map(\.call)
    for call in due { calls[ObjectIdentifier(call)] = nil }
    alarmSetTo = calls.values.lazy.map(\.deadline).min()
    return (due, alarmSetTo)
  }
}
