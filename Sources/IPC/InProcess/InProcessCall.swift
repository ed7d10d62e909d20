internal import Status
internal import Synchronization

/// A call within the process, as its caller holds it. ``Served`` is the same call for its callee.
///
/// The call is over once its caller has been told of its end. That is the callee's end, a
/// cancellation or the deadline, whichever comes first.
final class InProcessCall: OutgoingCall {
  let id: UInt64
  fileprivate let header: CallHeader
  private let deadlines: DeadlineWatch
  fileprivate let caller: SerialDelegate
  fileprivate let callee = SerialDelegate()
  private let halfClosed: Atomic<Bool>

  init(id: UInt64, header: CallHeader, caller: any CallDelegate, deadlines: DeadlineWatch) {
    self.id = id
    self.header = header
    self.caller = SerialDelegate(of: caller)
    self.deadlines = deadlines
    halfClosed = Atomic(header.halfClosed)
  }

  /// Passes the call to the handler that serves it, unless no time is left.
  func begin(with handler: any CallHandler) {
    if let deadline = header.deadline, !deadlines.watch(self, until: deadline) {
      return abandon(.deadlineExceeded)
    }
    callee.attach(handler.accept(Served(call: self)))
  }

  func send(_ message: [UInt8]) {
    precondition(
      !halfClosed.load(ordering: .relaxed),
      "call \(id): a message was sent after the last one")
    callee.post(.received(message))
  }

  func halfClose() {
    if !halfClosed.exchange(true, ordering: .relaxed) { callee.post(.halfClosed) }
  }

  func cancel(_ reason: String) {
    abandon(.cancelled(reason.isEmpty ? "The caller cancelled the call." : reason))
  }

  func grant(_ bytes: Int) {
    callee.post(.credited(bytes))
  }

  /// Abandons the call, and tells both sides.
  func abandon(_ status: Status) {
    if finish(CallEnd(status: status)) { callee.close(with: .cancelled(status)) }
  }

  /// Tells the caller how the call ended. Returns false if the call had ended before.
  fileprivate func finish(_ end: CallEnd) -> Bool {
    guard caller.close(with: .ended(end)) else { return false }
    if header.deadline != nil { deadlines.forget(self) }
    return true
  }

  /// The call as its callee holds it.
  fileprivate final class Served: IncomingCall {
    private let call: InProcessCall

    init(call: InProcessCall) {
      self.call = call
    }

    var id: UInt64 { call.id }
    var header: CallHeader { call.header }
    func send(_ message: [UInt8]) { call.caller.post(.received(message)) }
    func grant(_ bytes: Int) { call.caller.post(.credited(bytes)) }

    func end(_ end: CallEnd) {
      call.callee.close()
      _ = call.finish(end)
    }
  }
}
