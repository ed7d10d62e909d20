internal import Synchronization

/// A watch over the deadlines of the calls within the process, with one timer for all of them.
final class DeadlineWatch: Sendable {
  fileprivate struct State {
    var calls: [ObjectIdentifier: (deadline: ContinuousClock.Instant, call: InProcessCall)] = [:]
    /// Never later than the first deadline. Most calls end long before their deadlines, so this
    /// isn't kept exact, and the timer may find nothing to do.
    var alarmSetTo: ContinuousClock.Instant?
  }

  private let time: any ConnectionClock
  private let state = Mutex(State())
  private let timer = Mutex<Timer?>(nil)

  init(time: any ConnectionClock) {
    self.time = time
    timer.withLock { $0 = Timer { [weak self] in self?.timerFired() } }
  }

  /// Abandons `call` at its deadline. Returns false, and watches nothing, if the deadline has
  /// passed.
  func watch(_ call: InProcessCall, until deadline: ContinuousClock.Instant) -> Bool {
    guard time.now < deadline else { return false }
    setTimer(to: state.withLock { $0.add(call, until: deadline) })
    return true
  }

  /// Stops watching a call that has ended.
  func forget(_ call: InProcessCall) {
    let former = state.withLock { $0.calls.removeValue(forKey: ObjectIdentifier(call)) }
    _ = consume former  // Released outside the lock: its deinit may do anything.
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
  /// Adds a call. Returns when to set the timer, or nil if the timer is set early enough already.
  fileprivate mutating func add(
    _ call: InProcessCall, until deadline: ContinuousClock.Instant
  ) -> ContinuousClock.Instant? {
    calls[ObjectIdentifier(call)] = (deadline, call)
    if let alarmSetTo, alarmSetTo <= deadline { return nil }
    alarmSetTo = deadline
    return deadline
  }

  /// Removes the calls whose deadlines have passed, and returns them with the next deadline.
  fileprivate mutating func takeDue(
    at now: ContinuousClock.Instant
  ) -> (due: [InProcessCall], next: ContinuousClock.Instant?) {
    let due = calls.values.filter { $0.deadline <= now }.map(\.call)
    for call in due { calls[ObjectIdentifier(call)] = nil }
    alarmSetTo = calls.values.lazy.map(\.deadline).min()
    return (due, alarmSetTo)
  }
}
