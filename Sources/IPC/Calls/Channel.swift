/// Something that calls can be made on: a connection, or the host's router.
public protocol Channel: Sendable {
  /// Opens a call whose events go to `observer`.
  ///
  /// It never fails by itself: a call that can't be made ends at once, with the reason.
  func open(_ header: CallHeader, delegate: any CallDelegate) -> any OutgoingCall
}

/// A call that this side makes.
///
/// Nothing here waits, and everything is dropped silently once the call has ended: the end may
/// always be on its way while one speaks.
public protocol OutgoingCall: AnyObject, Sendable {
  /// The call's id on its connection; 0 when it could not be opened.
  var id: UInt64 { get }
  /// Sends a message. The one who calls it minds the credit.
  func send(_ message: [UInt8])
  /// Says that no further message follows.
  func halfClose()
  /// Gives the call up: its observer hears `ended` with `CANCELLED` at once.
  func cancel(_ reason: String)
  /// Allows the other side to send so many bytes more.
  func grant(_ bytes: Int)
}

/// A call that the other side makes.
///
/// Nothing here waits, and everything is dropped silently once the call has ended.
public protocol IncomingCall: AnyObject, Sendable {
  /// The call's id on its connection.
  var id: UInt64 { get }
  /// What opened the call.
  var header: CallHeader { get }
  /// Sends a message. The one who calls it minds the credit.
  func send(_ message: [UInt8])
  /// Allows the other side to send so many bytes more.
  func grant(_ bytes: Int)
  /// Ends the call. The first end counts.
  func end(_ end: CallEnd)
}

/// Takes the calls that the other side makes.
public protocol CallHandler: Sendable {
  /// Takes a call, and returns who hears its further events.
  ///
  /// Called on the connection's reading thread: it must not block.
  func accept(_ call: any IncomingCall) -> any CallDelegate
}
