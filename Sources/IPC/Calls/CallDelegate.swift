public import Status

/// Hears what the other side does in one call.
///
/// Events come one at a time and in order, mostly on the connection's reading thread: an observer
/// must never block, or it blocks every call of that connection. They may begin before the
/// `open` or `accept` that named the observer has returned.
public protocol CallDelegate: AnyObject, Sendable {
  /// A message came. Give its ``FlowControl/cost(of:)`` back with `grant` once it is consumed.
  func received(_ message: [UInt8])

  /// The caller will send no further message. Only in incoming calls.
  func halfClosed()

  /// The other side has consumed so much: we may send as much more.
  func credited(_ bytes: Int)

  /// Nobody waits for the outcome any more. Only in incoming calls, at most once.
  ///
  /// The caller gave up, the deadline passed, or the connection is lost. The handler should stop,
  /// and `end` the call all the same; what comes too late is dropped.
  func cancelled(_ reason: Status)

  /// The call is over. Only in outgoing calls, exactly once, and the last event.
  func ended(_ end: CallEnd)
}

extension CallDelegate {
  public func received(_ message: [UInt8]) {}
  public func halfClosed() {}
  public func credited(_ bytes: Int) {}
  public func cancelled(_ reason: Status) {}
  public func ended(_ end: CallEnd) {}
}
