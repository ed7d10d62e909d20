/// What the state machine remembers of one open call.
struct CallState<Handle: Sendable>: Sendable {
  let handle: Handle
  let deadline: ContinuousClock.Instant?
  /// How much the peer may still send; an honest one stops at zero, overdrawn by one message.
  var window = FlowControl.initialWindow
  /// Whether the caller has sent its last message.
  var halfClosed: Bool
  /// Whether its handler was already told to stop.
  var cancelled = false
  /// How long the message is that opened it.
  let requestBytes: Int

  /// Lets the peer send so much more, and no more than can be counted.
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
