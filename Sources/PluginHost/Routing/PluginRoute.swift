internal import DequeModule
internal import IPC
internal import Status
internal import Synchronization

/// The route to one plugin: to the process that takes calls now, or into the queue for the next
/// process.
final class PluginRoute: Sendable {
  /// The plugin's name.
  let name: String
  /// What the plugin did and used.
  let recorder: PluginRecorder
  private let probation: Duration
  private let wake: @Sendable () -> Void
  private let state = Mutex(RouteState())

  /// The time for which a suspect is served alone. A call that ends its process usually does so
  /// sooner, and no other call waits longer for it.
  static let defaultProbation = Duration.milliseconds(250)

  /// - Parameter wake: Called when a call finds the plugin idle.
  init(
    name: String, recorder: PluginRecorder = PluginRecorder(),
    probation: Duration = defaultProbation, wake: @escaping @Sendable () -> Void
  ) {
    self.name = name
    self.recorder = recorder
    self.probation = probation
    self.wake = wake
  }

  /// The session that takes calls now; `nil` if there is none.
  var session: PluginSession? {
    state.withLock { state in
      guard case .ready(let session) = state.availability else { return nil }
      return session
    }
  }

  /// Sends a call to the plugin, now or when the plugin is ready. Ends a call that the plugin can't
  /// take.
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

  /// The number of calls that wait for a process.
  var waitingCount: Int { state.withLock { $0.waiting.count + $0.suspects.count } }

  /// Removes a waiting call that needs no response any more.
  func forget(_ call: ProxiedCall) {
    state.withLock { state in
      state.waiting.removeAll { $0 === call }
      state.suspects.removeAll { $0 === call }
    }
  }

  /// Sends new calls to `session` from now on. The calls that waited come first.
  func publish(_ session: PluginSession) {
    state.withLock { $0.availability = .ready(session) }
    proceed()
  }

  /// Sends no new calls to `session`. If no other session has replaced it yet, new calls wait for
  /// the next one.
  func withdraw(_ session: PluginSession) {
    state.withLock { state in
      guard case .ready(session) = state.availability else { return }
      state.availability = .expected
    }
  }

  /// Lets new calls wait for a process that is being started, unless a session takes calls already.
  func expect() {
    state.withLock { state in
      if case .ready = state.availability { return }
      state.availability = .expected
    }
  }

  /// Starts an outage, which ends with the next process. Refuses the calls that don't wait that
  /// long.
  func rest(_ outage: Outage) {
    let now = ContinuousClock.now
    let impatient = state.withLock { $0.rest(outage, at: now) }
    for call in impatient { call.finish(CallEnd(status: outage.status(at: now))) }
  }

  /// Refuses all calls until a process is expected again.
  func shut(_ status: Status) {
    end(leaving: .down(status), status)
  }

  /// Refuses the calls that wait now. The next call wakes the plugin again.
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
  /// Ends the probation of a call, so that no other call waits for it any longer. Returns whether
  /// the call was served alone until now.
  @discardableResult
  func endProbation(of call: ProxiedCall) -> Bool {
    let wasAlone = state.withLock { $0.endProbation(of: call) }
    if wasAlone { proceed() }
    return wasAlone
  }

  /// Records that a process died by its own fault while it served the call. Returns whether the
  /// call is poison.
  func processDied(serving call: ProxiedCall, alone: Bool) -> Bool {
    state.withLock {
      $0.suspicions.processDied(serving: call.header, alone: alone, at: .now)
    }
  }

  /// Records that the call was served alone, and that its process responded.
  func acquit(_ call: ProxiedCall) {
    state.withLock { $0.suspicions.processSurvived(call.header) }
  }

  /// Forgets what is known about calls, because another program may serve them from now on.
  func forgetSuspicions() {
    state.withLock { $0.suspicions = Suspicions() }
  }

  private func limitProbation(of call: ProxiedCall) {
    SupervisionThread.shared.setTimer(at: .now + probation) { [weak self] in
      self?.endProbation(of: call)
    }
  }
}
