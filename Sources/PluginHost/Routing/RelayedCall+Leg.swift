internal import IPC
internal import Synchronization

extension RelayedCall {
  /// One attempt: the call as it is open on one process.
  final class Leg: CallObserver {
    private struct State {
      var outgoing: (any OutgoingCall)?
      /// The end, if it came before `open` had returned.
      var earlyEnd: CallEnd?
    }

    let call: RelayedCall
    private let session: ModuleSession
    private let method: ModuleMethods.Method
    private let state = Mutex(State())

    init(_ call: RelayedCall, on session: ModuleSession, method: ModuleMethods.Method) {
      self.call = call
      self.session = session
      self.method = method
    }

    func start(with header: CallHeader) {
      let outgoing = session.connection.open(header, observer: self)
      // Only an attempt that the process can see takes what the caller sends: the rest stays whole for
      // the next one.
      if outgoing.id != 0 { call.attach(outgoing) }
      let earlyEnd = state.withLock { state in
        state.outgoing = outgoing
        return state.earlyEnd.take()
      }
      if let earlyEnd { conclude(earlyEnd, wasSeen: outgoing.id != 0) }
    }

    func received(_ message: [UInt8]) { call.answer(message) }
    func credited(_ bytes: Int) { call.credit(bytes) }

    func ended(_ end: CallEnd) {
      let outgoing = state.withLock { state in
        if state.outgoing == nil { state.earlyEnd = end }
        return state.outgoing
      }
      if let outgoing { conclude(end, wasSeen: outgoing.id != 0) }
    }

    private func conclude(_ end: CallEnd, wasSeen: Bool) {
      switch Loss(of: end.status, with: session.connection) {
      case .none:
        session.finish(self)
        call.finish(end)
      case .refused:
        session.finish(self)
        call.route.withdraw(session)
        if !moveOn(wasSeen: false) { call.finish(end) }
      case .died:
        session.finish(self, lost: wasSeen)
        call.route.withdraw(session)
        if !moveOn(wasSeen: wasSeen) { explain() }
      }
    }

    private func moveOn(wasSeen: Bool) -> Bool {
      guard call.tryAgain(method, wasSeen: wasSeen) else { return false }
      call.route.carry(call)
      return true
    }

    /// Ends the call with how the process ended, once that is known.
    private func explain() {
      session.whenEnded { [call] cause in
        call.finish(CallEnd(status: .crashed(call.route.name, call.header.method, cause)))
      }
    }
  }
}

/// What became of a call whose process took it no further.
private enum Loss {
  case none
  /// The process takes no new calls, and never looked at this one.
  case refused
  /// The process is gone; what became of the call is unknown.
  case died

  /// Judges by the connection as well as by the status: a module may pass on, as its own answer, a
  /// status of the same reason.
  init(of status: Status, with connection: Connection) {
    switch (status.code, status.reason) {
    case (.unavailable, "GOING_AWAY") where connection.isPeerGoingAway: self = .refused
    case (.unavailable, "CONNECTION_LOST") where connection.isClosed: self = .died
    default: self = .none
    }
  }
}
