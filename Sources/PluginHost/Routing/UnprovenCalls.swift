internal import FairShares
internal import IPC
internal import Status

/// A limit for the calls of callers that haven't proven who they are. These are calls without a
/// credential, and the host's own calls that resolve a credential. It admits only a few of them at
/// a time, in turns between their peers. Whatever one peer sends, a login of another peer waits for
/// little more than one call.
final class UnprovenCalls: Sendable {
  private static let places = 64
  private static let queue = 256
  private static let share = 32

  private let slots = FairSlots(capacity: places, queue: queue, share: share)

  /// Opens a call once a slot is free for it, or ends it.
  func admit(
    _ call: any IncomingCall, of peer: String,
    open: @escaping @Sendable (any IncomingCall) -> any CallDelegate
  ) -> any CallDelegate {
    let ticket = slots.draw()
    let awaited = PendingAuthorizationCall { [slots] reason in
      slots.leave(ticket)
      call.end(CallEnd(status: reason))
    }
    let admitted = EndingCall(call) { [slots] in slots.leave(ticket) }
    slots.enter(ticket, of: peer) { turn in
      switch turn {
      case .admitted: awaited.admitted(to: open(admitted))
      case .refused: call.end(CallEnd(status: .tooManyUnprovenCalls))
      case .left: break
      }
    }
    return awaited
  }
}

/// A call that reports its end.
private final class EndingCall: IncomingCall {
  private let call: any IncomingCall
  private let whenEnded: @Sendable () -> Void

  init(_ call: any IncomingCall, whenEnded: @escaping @Sendable () -> Void) {
    (self.call, self.whenEnded) = (call, whenEnded)
  }

  var id: UInt64 { call.id }
  var header: CallHeader { call.header }
  func send(_ message: [UInt8]) { call.send(message) }
  func grant(_ bytes: Int) { call.grant(bytes) }

  func end(_ end: CallEnd) {
    call.end(end)
    whenEnded()
  }
}

extension Status {
  fileprivate static let tooManyUnprovenCalls = Status(
    .resourceExhausted, reason: "TOO_MANY_UNPROVEN_CALLS",
    message: "Too many calls without a known credential are in progress. Try again in a second.",
    retryDelay: .seconds(1))
}
