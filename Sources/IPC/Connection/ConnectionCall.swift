internal import Synchronization

/// One call on a connection, seen from this side.
///
/// It and its delegate usually refer to each other. The end of the call breaks that cycle.
class ConnectionCall: @unchecked Sendable {
  // This is @unchecked only because the class has subclasses. All stored properties are immutable
  // or a Mutex.

  private enum Listener {
    case none
    case delegate(any CallDelegate)
    /// The call is over, and its delegate is released.
    case gone
  }

  let id: UInt64
  let connection: Connection
  private let listener: Mutex<Listener>

  init(id: UInt64, connection: Connection, delegate: (any CallDelegate)?) {
    self.id = id
    self.connection = connection
    listener = Mutex(delegate.map(Listener.delegate) ?? .none)
  }

  var delegate: (any CallDelegate)? {
    listener.withLock { if case .delegate(let delegate) = $0 { delegate } else { nil } }
  }

  /// Sets the delegate, unless the call is over already and has no further events.
  func attach(_ delegate: any CallDelegate) {
    listener.withLock { if case .none = $0 { $0 = .delegate(delegate) } }
  }

  /// Releases the delegate.
  func detach() {
    let former = listener.withLock { listener in
      let former = listener
      listener = .gone
      return former
    }
    _ = consume former  // Released outside the lock: its deinit may do anything.
  }

  func send(_ message: [UInt8]) {
    connection.perform { $0.send(message, on: id) }
  }

  func grant(_ bytes: Int) {
    connection.perform { $0.grant(bytes, on: id) }
  }
}

/// A call that this side makes.
final class ClientCall: ConnectionCall, OutgoingCall, @unchecked Sendable {
  func halfClose() {
    connection.perform { $0.halfClose(id) }
  }

  func cancel(_ reason: String) {
    connection.perform { $0.cancel(id, reason) }
  }
}

/// A call that the peer makes.
final class ServerCall: ConnectionCall, IncomingCall, @unchecked Sendable {
  let header: CallHeader

  init(id: UInt64, header: CallHeader, connection: Connection) {
    self.header = header
    super.init(id: id, connection: connection, delegate: nil)
  }

  func end(_ end: CallEnd) {
    detach()
    connection.perform { $0.end(id, end) }
  }
}
