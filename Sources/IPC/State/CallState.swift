/// The state machine's data about one open call.
struct CallState<Handle: Sendable>: Sendable {
  let handle: Handle
  let deadline: ContinuousClock.Instant?
  /// The number of bytes that the peer may still send. An honest peer stops at zero, which it may
  /// overdraw by one message.
  var window = FlowControl.initialWindow
  /// Whether the caller has sent its last message.
  var halfClosed: Bool
  /// Whether its handler was told to stop already.
  var cancelled = false
  /// The length of the message that opened it, in bytes.
  let requestBytes: Int

  /// Allows the peer to send this number of bytes more. The sum never overflows.
  mutating func grant(_ bytes: Int) {
    window += min(bytes, Int.max - max(window, 0))
  }

  init(
    handle: Handle, deadline: ContinuousClock.Instant?, halfClosed: Bool, requestBytes: Int = 0
  ) {
    self.handle = handle
    self.deadline = deadline
    self.halfClosed = halfClosed
    self.requestBytes = requestBytes
  }
}
