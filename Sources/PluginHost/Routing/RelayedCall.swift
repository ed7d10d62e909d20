internal import IPC
internal import StewardProtos
internal import Synchronization

/// One call on its way through the host: what the caller does goes to the module, and back.
///
/// Payload bytes pass through untouched, and so does credit: the windows are those of the two ends,
/// and the host buffers no more than one window, and only while the module is not there yet.
///
/// Each process that the call is tried on has a ``Leg``. When one dies in mid-call, and the method's
/// rules allow it, the call goes on to the next one and the caller never hears of it.
final class RelayedCall: CallObserver {
  /// How many processes one call may see die: so that a call which kills its module can't do so until
  /// the module is given up.
  static let maximumAttempts = 3

  private enum CallerEvent {
    case message([UInt8])
    case halfClose
    case credit(Int)
  }

  private struct State {
    /// Where the caller's events go; `nil` until a process has the call.
    var outgoing: (any OutgoingCall)?
    /// What the caller did before that.
    var early: [CallerEvent] = []
    var attempts = 0
    /// The header with what the method's rules add to it.
    var completed: CallHeader?
    /// How long a message may be, by the method's rules.
    var requestLimit = Int.max
    /// Something went out that a further attempt could not repeat: a message after the first one, or
    /// a part of the answer.
    var isIrrevocable = false
    var cancellation: Status?
    var isFinished = false
    var alarm: SupervisionThread.AlarmToken?
  }

  let header: CallHeader
  let name: MethodName
  let authority: Authority
  let route: ModuleRoute
  private let caller: any IncomingCall
  /// Whether it is only asked if the call could be made.
  private let isInquiry: Bool
  private let state = Mutex(State())

  /// `header` is what the module will see: principal and deadline are the host's.
  init(
    _ caller: any IncomingCall, header: CallHeader, name: MethodName, authority: Authority,
    route: ModuleRoute, isInquiry: Bool = false
  ) {
    self.isInquiry = isInquiry
    self.authority = authority
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
        return cancelled(.requestTooLarge(header.method, limit: limit))
      }
      outgoing.send(message)
    case .halfClose: outgoing.halfClose()
    case .credit(let bytes): outgoing.grant(bytes)
    }
  }

  // MARK: The way there

  /// Gives the call to a process, if the method's rules let it.
  func open(on session: ModuleSession) {
    guard let method = session.methods[name] else {
      return finish(CallEnd(status: .unknownMethod(name, among: session.methods)))
    }
    do throws(Status) {
      try authority.check(method.rules, of: header.method)
      if isInquiry { return finish(method.permission) }
      try method.rules.checkLength(of: header.message, of: header.method)
    } catch {
      return finish(CallEnd(status: error))
    }
    guard !state.withLock(\.isFinished) else { return }
    let leg = Leg(self, on: session, method: method)
    guard session.begin(leg, method: header.method) else { return route.carry(self) }
    leg.start(with: nextAttempt(method))
  }

  /// Returns the header for the module: the same for each attempt, so that the module recognizes a
  /// keyed call, and all attempts together take no longer than one may.
  private func nextAttempt(_ method: ModuleMethods.Method) -> CallHeader {
    state.withLock { state in
      state.attempts += 1
      state.requestLimit = method.rules.requestLimit
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

  /// The caller's events go to `outgoing` from now on, those that came early first.
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

  /// While nothing runs, nobody else minds the deadline.
  func watchDeadline() {
    guard let deadline = state.withLock(\.completed)?.deadline ?? header.deadline else { return }
    let alarm = SupervisionThread.shared.setAlarm(at: deadline) { [weak self] in
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
    // Once a process has the call, that connection minds the deadline.
    guard state.withLock({ $0.outgoing == nil }) else { return }
    cancelled(.tooLate(for: route.name))
  }

  // MARK: The way back

  func answer(_ message: [UInt8]) {
    state.withLock { $0.isIrrevocable = true }
    caller.send(message)
  }

  func credit(_ bytes: Int) {
    caller.grant(bytes)
  }

  /// The process is gone, or never took the call. Returns whether another one may have it.
  func tryAgain(_ method: ModuleMethods.Method, wasSeen: Bool) -> Bool {
    state.withLock { state in
      guard !state.isFinished, !state.isIrrevocable, state.attempts < Self.maximumAttempts else {
        return false
      }
      // What the caller sends after its first message goes to one process only, so a call that may
      // still do so can't be repeated once it was seen.
      guard !wasSeen || (method.isRepeatable && header.halfClosed) else { return false }
      state.outgoing = nil
      return true
    }
  }

  /// The last word to the caller; what comes second is dropped.
  func finish(_ end: CallEnd) {
    let (isFirst, alarm) = state.withLock { state in
      defer { state.isFinished = true }
      return (!state.isFinished, state.alarm.take())
    }
    alarm.map(SupervisionThread.shared.cancel)
    if isFirst { caller.end(end) }
  }
}
