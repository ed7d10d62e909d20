/// What the state machine remembers of one open call.
struct OpenCall<Handle: Sendable>: Sendable {
  let handle: Handle
  let deadline: ContinuousClock.Instant?
  /// How much the peer may still send; an honest one stops at zero, overdrawn by one message.
  var window = FlowControl.initialWindow
  /// Whether the caller has sent its last message.
  var halfClosed: Bool
  /// Whether its handler was already told to stop.
  var cancelled = false

  init(handle: Handle, deadline: ContinuousClock.Instant?, halfClosed: Bool) {
    self.handle = handle
    self.deadline = deadline
    self.halfClosed = halfClosed
  }
}
