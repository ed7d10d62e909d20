internal import IPC
internal import Status
internal import Synchronization

extension ProxiedCall {
  /// One attempt: the call as it is open on one process.
  final class Attempt: CallDelegate {
    private struct State {
      var outgoing: (any OutgoingCall)?
      /// The end of the call, if it arrived before `open` returned.
      var earlyEnd: CallEnd?
    }

    let call: ProxiedCall
    private let session: PluginSession
    private let method: PluginMethods.Method
    /// Whether the attempt began while no other call could begin: see ``Suspicions``.
    private let alone: Bool
    private let state = Mutex(State())

    init(
      _ call: ProxiedCall, on session: PluginSession, method: PluginMethods.Method, alone: Bool
    ) {
      self.call = call
      self.session = session
      self.method = method
      self.alone = alone
    }

    func start(with header: CallHeader) {
      let outgoing = session.connection.open(header, delegate: self)
      // Only an attempt that the process can see takes what the caller sends. Otherwise all of that
      // stays for the next attempt.
      if outgoing.id != 0 { call.attach(outgoing) }
      let earlyEnd = state.withLock { state in
        state.outgoing = outgoing
        return state.earlyEnd.take()
      }
      if let earlyEnd { conclude(earlyEnd, wasSeen: outgoing.id != 0) }
    }

    func received(_ message: [UInt8]) { call.respond(with: message) }
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
        if alone { leaveProbation(with: end.status) }
        call.finish(end)
      case .refused:
        session.finish(self)
        call.route.withdraw(session)
        if alone { call.route.endProbation(of: call) }
        if call.tryAgain(method, wasSeen: false) {
          call.route.carry(call)
        } else {
          call.finish(end)
        }
      case .died:
        session.finish(self, lost: wasSeen)
        call.route.withdraw(session)
        let wasAlone = alone && call.route.endProbation(of: call)
        guard wasSeen else { return goOn() }
        // How the process ended decides whether the call may go to another one. That is known last.
        call.detach()
        call.watchDeadline()
        session.whenEnded { [self] in judge($0, wasAlone: wasAlone) }
      }
    }

    private func leaveProbation(with status: Status) {
      // A call that was given up meanwhile may still be the one that is about to end the process.
      let wasGivenUp = [.cancelled, .deadlineExceeded].contains(status.code)
      if !wasGivenUp { call.route.acquit(call) }
      call.route.endProbation(of: call)
    }

    /// Continues with a call that the process never saw.
    private func goOn() {
      guard call.tryAgain(method, wasSeen: false) else { return session.whenEnded(explain) }
      call.route.carry(call)
    }

    private func judge(_ end: ProcessEnd, wasAlone: Bool) {
      let isPoison =
        end.suspectsCalls && call.route.processDied(serving: call, alone: wasAlone)
      guard !isPoison else {
        return call.finish(
          CallEnd(
            status: .poison(call.header.method, method.rules, of: call.route.name, end.cause)))
      }
      guard call.tryAgain(method, wasSeen: true, suspected: end.suspectsCalls) else {
        return explain(end)
      }
      call.route.carry(call)
    }

    /// Ends the call with a status that says how its process ended.
    private func explain(_ end: ProcessEnd) {
      let (name, called) = (call.route.name, call.header.method)
      let status: Status =
        end.suspectsCalls && call.isSuspect
        ? .poison(called, method.rules, of: name, end.cause)
        : .crashed(name, called, method.rules, end)
      call.finish(CallEnd(status: status))
    }
  }
}

/// Whether and how a process lost a call.
private enum Loss {
  case none
  /// The process takes no new calls, and never read this one.
  case refused
  /// The process has ended; the outcome of the call is unknown.
  case died

  /// Decides by the connection as well as by the status: a plugin may pass on a status of the same
  /// reason as its own response.
  init(of status: Status, with connection: Connection) {
    switch (status.code, status.reason) {
    case (.unavailable, .goingAway) where connection.isPeerGoingAway: self = .refused
    case (.unavailable, .connectionLost) where connection.isClosed: self = .died
    default: self = .none
    }
  }
}
