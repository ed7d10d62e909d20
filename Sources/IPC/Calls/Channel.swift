/// A channel on which calls can be made, such as a connection or the host's router.
public protocol Channel: Sendable {
  /// Opens a call whose events go to `delegate`.
  ///
  /// Opening itself never fails: a call that can't be made ends at once, with the reason.
  func open(_ header: CallHeader, delegate: any CallDelegate) -> any OutgoingCall
}

/// A call that this side makes.
///
/// No method waits. Once the call has ended, every method silently does nothing, because the end
/// may be on its way while this side sends.
public protocol OutgoingCall: AnyObject, Sendable {
  /// The call's id on its connection; 0 when it could not be opened.
  var id: UInt64 { get }
  /// Sends a message. The code that calls this must keep within the credit.
  func send(_ message: [UInt8])
  /// Tells the other side that no further message follows.
  func halfClose()
  /// Cancels the call. Its delegate receives `ended` with `CANCELLED` at once.
  func cancel(_ reason: String)
  /// Allows the other side to send this number of bytes more.
  func grant(_ bytes: Int)
}

/// A call that the other side makes.
///
/// No method waits. Once the call has ended, every method silently does nothing.
public protocol IncomingCall: AnyObject, Sendable {
  /// The call's id on its connection.
  var id: UInt64 { get }
  /// The header that opened the call.
  var header: CallHeader { get }
  /// Sends a message. The code that calls this must keep within the credit.
  func send(_ message: [UInt8])
  /// Allows the other side to send this number of bytes more.
  func grant(_ bytes: Int)
  /// Ends the call. Only the first end counts.
  func end(_ end: CallEnd)
}

/// A handler of the calls that the other side makes.
public protocol CallHandler: Sendable {
  /// Accepts a call, and returns the delegate for its further events.
  ///
  /// Called on the connection's reading thread, so it must not block.
  func accept(_ call: any IncomingCall) -> any CallDelegate
}
