internal import IPC
internal import Status
internal import Synchronization

/// The way to one plugin: to the process that takes calls now, or into the queue for the next.
final class PluginRoute: Sendable {
  /// The plugin's name.
  let name: String
  private let probation: Duration
  private let wake: @Sendable () -> Void
  private let state = Mutex(RouteState())

  /// How long a suspect is served alone. A call that ends its process mostly does so sooner, and
  /// no other call waits longer for it.
  static let defaultProbation = Duration.milliseconds(250)

  /// `wake` is called when a call finds the plugin idle.
  init(
    name: String, probation: Duration = defaultProbation, wake: @escaping @Sendable () -> Void
  ) {
    self.name = name
    self.probation = probation
    self.wake = wake
  }

  /// The session that takes calls now.
  var session: PluginSession? {
    state.withLock { state in
      guard case .ready(let session) = state.availability else { return nil }
      return session
    }
  }

  /// Brings a call on its way, now or when the plugin is ready.
  func carry(_ call: ProxiedCall) {
    let isSuspect = call.isSuspect
    switch state.withLock({ $0.place(call, isSuspect: isSuspect) }) {
    case .open(let session, let alone):
      if alone { limitProbation(of: call) }
      call.open(on: session, alone: alone)
    case .refuse(let status): call.finish(CallEnd(status: status))
    case .refuseAsPoison(let until):
      call.finish(CallEnd(status: .poison(call.header.method, of: name, until: until)))
    case .wait(let waking):
      call.watchDeadline()
      if waking { wake() }
    }
  }

  /// How many calls wait for a process.
  var waitingCount: Int { state.withLock { $0.waiting.count + $0.suspects.count } }

  /// The call needs no answer any more.
  func forget(_ call: ProxiedCall) {
    state.withLock { state in
      state.waiting.removeAll { $0 === call }
      state.suspects.removeAll { $0 === call }
    }
  }

  /// New calls go to `session` from now on, those that waited first.
  func publish(_ session: PluginSession) {
    state.withLock { $0.availability = .ready(session) }
    proceed()
  }

  /// No new calls go to `session`; if nothing replaced it yet, they wait for what will.
  func withdraw(_ session: PluginSession) {
    state.withLock { state in
      guard case .ready(session) = state.availability else { return }
      state.availability = .expected
    }
  }

  /// A process is on its way, whatever was before.
  func expect() {
    state.withLock { state in
      if case .ready = state.availability { return }
      state.availability = .expected
    }
  }

  /// The next process comes at the end of the outage: calls that don't wait so long are refused.
  func rest(_ outage: Outage) {
    let now = ContinuousClock.now
    let impatient = state.withLock { $0.rest(outage, at: now) }
    for call in impatient { call.finish(CallEnd(status: outage.status(at: now))) }
  }

  /// Calls are refused until something is expected again.
  func shut(_ status: Status) {
    end(leaving: .down(status), status)
  }

  /// Refuses the calls that wait now; the next one tries again.
  func refuseWaiting(_ status: Status) {
    end(leaving: .idle, status)
  }

  private func end(leaving availability: RouteState.Availability, _ status: Status) {
    let waiting = state.withLock { state in
      state.availability = availability
      return state.takeWaiting()
    }
    for call in waiting { call.finish(CallEnd(status: status)) }
  }

  private func proceed() {
    while let next = state.withLock({ $0.nextInLine() }) { carry(next) }
  }
}

// MARK: - Suspects

extension PluginRoute {
  /// The call is not to be waited for any longer. Returns whether it was served alone until now.
  @discardableResult
  func endProbation(of call: ProxiedCall) -> Bool {
    let wasAlone = state.withLock { $0.endProbation(of: call) }
    if wasAlone { proceed() }
    return wasAlone
  }

  /// A process died by its own fault while it served the call. Returns whether the call is poison.
  func processDied(serving call: ProxiedCall, alone: Bool) -> Bool {
    state.withLock {
      $0.suspicions.processDied(serving: call.header, alone: alone, at: .now)
    }
  }

  /// The call was served alone, and its process answered.
  func acquit(_ call: ProxiedCall) {
    state.withLock { $0.suspicions.processSurvived(call.header) }
  }

  /// What was known of calls counts no more: another program may serve from now on.
  func forgetSuspicions() {
    state.withLock { $0.suspicions = Suspicions() }
  }

  private func limitProbation(of call: ProxiedCall) {
    SupervisionThread.shared.setTimer(at: .now + probation) { [weak self] in
      self?.endProbation(of: call)
    }
  }
}
