internal import IPCProtos
internal import Status

extension ConnectionState {
  /// What the state machine wants told to whoever it concerns, in order.
  enum Event: Sendable {
    case accepted(Handle)
    case received(Handle, [UInt8])
    case halfClosed(Handle)
    case credited(Handle, Int)
    case cancelled(Handle, Status)
    case ended(Handle, CallEnd)
    /// The host said Hello: somebody must answer with ``ConnectionState/introduce(_:)``.
    case greeted(IPCHello)
    case ready(Peer)
    case goingAway(Status)
    /// The host wants the plugin to finish what it has begun, and to begin nothing more.
    case drainWanted
    case pong(token: UInt64)
    case pingTimedOut(token: UInt64)
    /// A drain that was asked for is complete.
    case drained
    /// The last event of a connection.
    case closed(Status)
  }
}
