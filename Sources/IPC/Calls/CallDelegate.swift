public import Status

/// A receiver of the events that the other side causes in one call.
///
/// Events arrive one at a time and in order, mostly on the connection's reading thread. A delegate
/// must never block, because it would block every call of that connection. Events may begin before
/// the `open` or `accept` that named the delegate has returned.
public protocol CallDelegate: AnyObject, Sendable {
  /// A message has arrived. Return its ``FlowControl/cost(of:)`` with `grant` once it is consumed.
  func received(_ message: [UInt8])

  /// The caller will send no further message. Only in incoming calls.
  func halfClosed()

  /// The other side has consumed this number of bytes, so this side may send as many more.
  func credited(_ bytes: Int)

  /// The caller no longer waits for the outcome. Only in incoming calls, at most once.
  ///
  /// The caller cancelled the call, the deadline passed, or the connection is lost. The handler
  /// should stop, and must still `end` the call. What it sends too late is dropped.
  func cancelled(_ reason: Status)

  /// The call is over. Only in outgoing calls, exactly once, and always the last event.
  func ended(_ end: CallEnd)
}

extension CallDelegate {
  public func received(_ message: [UInt8]) {}
  public func halfClosed() {}
  public func credited(_ bytes: Int) {}
  public func cancelled(_ reason: Status) {}
  public func ended(_ end: CallEnd) {}
}
