internal import IPCProtos
internal import Status

extension ConnectionState {
  /// An event that the state machine reports. Events are told in order.
  enum Event: Sendable {
    case accepted(Handle)
    case received(Handle, [UInt8])
    case halfClosed(Handle)
    case credited(Handle, Int)
    case cancelled(Handle, Status)
    case ended(Handle, CallEnd)
    /// The host has sent Hello. The plugin must respond with ``ConnectionState/introduce(_:to:)``.
    case greeted(IPCHello)
    case ready(Peer)
    case goingAway(Status)
    /// The host wants the plugin to finish what it has begun, and to begin nothing more.
    case drainWanted
    case pong(token: UInt64)
    case pingTimedOut(token: UInt64)
    /// A drain that this side asked for is complete.
    case drained
    /// The connection has closed. Always the last event of a connection.
    case closed(Status)
  }
}
