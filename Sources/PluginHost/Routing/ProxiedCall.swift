internal import IPC
internal import IPCProtos
internal import Status
internal import Synchronization

/// A call that passes through the host: the caller's events go to the plugin, and the plugin's
/// events go back.
///
/// Payload bytes pass through unchanged, and so does credit: the flow control windows are those of
/// the two ends. The host buffers at most one window, and only while the plugin is not available
/// yet.
///
/// Each process on which the call is tried has an ``Attempt``. When a process dies during the call,
/// and the method's rules allow it, the call moves to the next process, and the caller is not told.
final class ProxiedCall: CallDelegate {
  /// The maximum number of processes that one call may have. A busy day kills fewer processes. A
  /// call that makes the system kill each process, as for its memory, could use up more.
  static let maximumAttempts = 32
  /// The maximum time for which a call lends its authority to the plugin that serves it.
  static let maximumLoan = Duration.seconds(300)
  /// The maximum time for which a call without a deadline waits for a process.
  static let maximumWait = Duration.seconds(30)

  private enum CallerEvent {
    case message([UInt8])
    case halfClose
    case credit(Int)
  }

  private struct State {
    /// The receiver of the caller's events; `nil` until a process has the call.
    var outgoing: (any OutgoingCall)?
    /// The caller's events before that.
    var early: [CallerEvent] = []
    var attempts = 0
    /// Whether a process that served the call died by its own fault.
    var isSuspect = false
    /// The header, with what the method's rules add to it.
    var completed: CallHeader?
    /// The maximum length of a message in bytes, by the method's rules.
    var requestLimit = Int.max
    /// Whether something was sent that another attempt could not repeat: a message after the first
    /// one, or a part of the response.
    var isIrrevocable = false
    var cancellation: Status?
    var isFinished = false
    /// Records the call; `nil` until it is known what its method is.
    var recorder: CallRecorder?
    var alarm: TimerQueue.Token?
  }

  let header: CallHeader
  let name: MethodName
  let principal: Principal
  let route: PluginRoute
  private let began = ContinuousClock.now
  private let caller: any IncomingCall
  /// Whether the caller only asks if the call could be made.
  private let isInquiry: Bool
  private let state = Mutex(State())

  /// - Parameter header: What the plugin will see. Its principal and its deadline are the host's.
  init(
    _ caller: any IncomingCall, header: CallHeader, name: MethodName, principal: Principal,
    route: PluginRoute, isInquiry: Bool = false
  ) {
    self.isInquiry = isInquiry
    self.principal = principal
    self.caller = caller
    self.header = header
    self.name = name
    self.route = route
  }

  // MARK: The caller's side

  func received(_ message: [UInt8]) { forward(.message(message)) }
  func halfClosed() { forward(.halfClose) }
  func credited(_ bytes: Int) { forward(.credit(bytes)) }

  func cancelled(_ reason: Status) {
    let outgoing = state.withLock { state in
      state.cancellation = reason
      return state.outgoing
    }
    route.forget(self)
    outgoing?.cancel(reason.message)
    finish(CallEnd(status: reason))
  }

  private func forward(_ event: CallerEvent) {
    let outgoing = state.withLock { state -> (any OutgoingCall)? in
      if state.outgoing == nil { state.early.append(event) }
      return state.outgoing
    }
    outgoing.map { send(event, to: $0) }
  }

  private func send(_ event: CallerEvent, to outgoing: any OutgoingCall) {
    switch event {
    case .message(let message):
      let limit = state.withLock { state in
        state.isIrrevocable = true
        return state.requestLimit
      }
      guard message.count <= limit else {
        return refuse(.requestTooLarge(header.method, limit: limit))
      }
      outgoing.send(message)
    case .halfClose: outgoing.halfClose()
    case .credit(let bytes): outgoing.grant(bytes)
    }
  }

  /// Ends a call that breaks the rules. Ends it for the caller first, which would otherwise see the
  /// cancellation that follows.
  private func refuse(_ refusal: Status) {
    finish(CallEnd(status: refusal))
    cancelled(refusal)
  }

  // MARK: The way there

  /// Gives the call to a process, if the method's rules allow it.
  ///
  /// - Parameter alone: Whether no other call may begin there until the probation of this call
  ///   ends.
  func open(on session: PluginSession, alone: Bool = false) {
    let method: PluginMethods.Method
    do throws(Status) {
      method = try permittedMethod(of: session)
      if !isInquiry { try method.rules.checkLength(of: header.message, of: header.method) }
    } catch {
      state.withLock { $0.recorder = session.methods[name]?.calls }
      return end(with: CallEnd(status: error), alone: alone)
    }
    if isInquiry { return end(with: method.permission, alone: alone) }
    let attempt = Attempt(self, on: session, method: method, alone: alone)
    guard !state.withLock(\.isFinished), session.begin(attempt, method: header.method) else {
      if alone { route.endProbation(of: self) }
      if !state.withLock(\.isFinished) { route.carry(self) }
      return
    }
    attempt.start(with: nextAttempt(method))
  }

  /// Ends a call that needs no process.
  private func end(with end: CallEnd, alone: Bool) {
    finish(end)
    if alone { route.endProbation(of: self) }
  }

  private func permittedMethod(of session: PluginSession) throws(Status) -> PluginMethods.Method {
    guard let method = session.methods[name] else {
      throw .unknownMethod(name, among: session.methods)
    }
    try principal.check(method.rules, of: header.method)
    return method
  }

  /// The time at which the caller stops waiting; `nil` if that is not known.
  var deadline: ContinuousClock.Instant? {
    state.withLock(\.completed)?.deadline ?? header.deadline
  }

  /// The time until which the plugin that serves the call may make other calls with its authority.
  var endOfLending: ContinuousClock.Instant { Self.endOfLending(of: deadline, since: began) }

  static func endOfLending(
    of deadline: ContinuousClock.Instant?, since start: ContinuousClock.Instant
  ) -> ContinuousClock.Instant {
    let longest = start + maximumLoan
    return deadline.map { min($0, longest) } ?? longest
  }

  /// Whether a process that served the call died by its own fault.
  var isSuspect: Bool { state.withLock(\.isSuspect) }

  /// Returns the header for the plugin. It is the same for each attempt, so that the plugin
  /// recognizes a keyed call, and so that all attempts together take no longer than one attempt
  /// may.
  private func nextAttempt(_ method: PluginMethods.Method) -> CallHeader {
    state.withLock { state in
      state.attempts += 1
      state.requestLimit = method.rules.requestLimit
      state.recorder = method.calls
      if let completed = state.completed { return completed }
      var header = header
      if header.deadline == nil { header.deadline = method.defaultDeadline(from: .now) }
      if method.rules.idempotency == .keyed, header.idempotencyKey.isEmpty {
        header.idempotencyKey = IdempotencyKey.fresh()
      }
      state.completed = header
      return header
    }
  }

  /// Sends the caller's events to `outgoing` from now on, the early ones first.
  func attach(_ outgoing: any OutgoingCall) {
    while true {
      let early = state.withLock { state -> [CallerEvent] in
        if state.early.isEmpty { state.outgoing = outgoing }
        defer { state.early = [] }
        return state.early
      }
      guard !early.isEmpty else { break }
      for event in early { send(event, to: outgoing) }
    }
    if let reason = state.withLock(\.cancellation) { outgoing.cancel(reason.message) }
  }

  /// Keeps the caller's events for another process, because the process that had the call has
  /// ended.
  func detach() {
    state.withLock { $0.outgoing = nil }
  }

  /// Watches the deadline while no process has the call, since nothing else does then.
  func watchDeadline() {
    let limit = deadline ?? .now + Self.maximumWait
    let alarm = SupervisionThread.shared.setTimer(at: limit) { [weak self] in
      self?.expire()
    }
    let superseded = state.withLock { state in
      guard !state.isFinished else { return Optional(alarm) }
      defer { state.alarm = alarm }
      return state.alarm
    }
    superseded.map(SupervisionThread.shared.cancel)
  }

  private func expire() {
    // Once a process has the call, the connection to it watches the deadline.
    guard state.withLock({ $0.outgoing == nil }) else { return }
    cancelled(deadline == nil ? .notReady(route.name) : .tooLate(for: route.name))
  }

  // MARK: The way back

  func respond(with message: [UInt8]) {
    state.withLock { $0.isIrrevocable = true }
    caller.send(message)
  }

  func credit(_ bytes: Int) {
    caller.grant(bytes)
  }

  /// Returns whether another process may have the call, after a process has ended or never took it.
  ///
  /// - Parameter suspected: Whether the call may have ended the process. That may happen once.
  func tryAgain(
    _ method: PluginMethods.Method, wasSeen: Bool, suspected: Bool = false
  ) -> Bool {
    state.withLock { state in
      guard !suspected || !state.isSuspect else { return false }
      guard !state.isFinished, !state.isIrrevocable, state.attempts < Self.maximumAttempts else {
        return false
      }
      // What the caller sends after its first message goes to one process only. So a call that may
      // still send more can't be repeated once a process has seen it.
      guard !wasSeen || (method.isRepeatable && header.halfClosed) else { return false }
      state.outgoing = nil
      state.isSuspect = state.isSuspect || suspected
      return true
    }
  }

  /// Ends the call for the caller. Only the first end counts; any further one is dropped.
  func finish(_ end: CallEnd) {
    let (isFirst, alarm, recorder) = state.withLock { state in
      defer { state.isFinished = true }
      return (!state.isFinished, state.alarm.take(), state.recorder)
    }
    alarm.map(SupervisionThread.shared.cancel)
    guard isFirst else { return }
    if !isInquiry {
      (recorder ?? route.recorder.unplaced).ended(with: end.status.code, since: began)
    }
    caller.end(end)
  }
}
