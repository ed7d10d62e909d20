internal import Synchronization

/// A call that this side makes, with one request and one response, and the task that waits for it.
final class UnaryCall: CallDelegate {
  private struct State {
    var call: (any OutgoingCall)?
    var message: [UInt8]?
    var end: CallEnd?
    var waiting: CheckedContinuation<CallEnd, Never>?
    var isCancelled = false
  }

  private let state = Mutex(State())

  /// Makes the call, and returns how it ended.
  func run(_ header: CallHeader, on channel: any Channel) async -> CallEnd {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        state.withLock { $0.waiting = continuation }
        opened(channel.open(header, delegate: self))
      }
    } onCancel: {
      let call = state.withLock { state in
        state.isCancelled = true
        return state.call
      }
      call?.cancel(Self.cancellation)
    }
  }

  private static let cancellation = "The caller's task was cancelled."

  private func opened(_ call: any OutgoingCall) {
    let isCancelled = state.withLock { state in
      // The call may have ended already. Then it must not be kept alive.
      if state.end == nil { state.call = call }
      return state.isCancelled
    }
    if isCancelled { call.cancel(Self.cancellation) }
  }

  func received(_ message: [UInt8]) {
    state.withLock { $0.message = message }
  }

  func ended(_ end: CallEnd) {
    let waiting = state.withLock { state in
      state.end = end
      state.call = nil
      return state.waiting.take()
    }
    waiting?.resume(returning: whole(end))
  }

  /// Returns the end with its message. A response may also arrive as a Message before the End.
  private func whole(_ end: CallEnd) -> CallEnd {
    guard end.message == nil else { return end }
    var whole = end
    whole.message = state.withLock { $0.message }
    return whole
  }
}
