public import Status
internal import Synchronization

// What the owner of a connection asks of it.
extension Connection {
  /// Returns the other side's introduction, once it has arrived.
  ///
  /// - Throws: ``Status``, when the connection closes before that.
  public func ready() async throws -> Peer {
    try await withCheckedThrowingContinuation { continuation in
      waiters.awaitReady(continuation)
    }
  }

  /// Returns how the connection ended, once it has: `Status.ok` for an orderly end.
  public func closed() async -> Status {
    await withCheckedContinuation { continuation in
      waiters.awaitClosed(continuation)
    }
  }

  /// Returns once the other side has left as well. By then, it has everything that was written to
  /// it.
  public func transportEnded() async {
    await withCheckedContinuation { continuation in
      waiters.awaitTransportEnd(continuation)
    }
  }

  /// The other side's introduction, or nil before it has arrived.
  public var peer: Peer? {
    waiters.withLock { $0.peer }
  }

  /// Whether the connection is over.
  ///
  /// This is already true when the calls that were lost with the connection receive their ends. So
  /// a router can tell the loss of a connection from a status with the same reason that the other
  /// side sent.
  public var isClosed: Bool {
    core.withLock { $0.state.isClosed }
  }

  /// Whether the other side has said that it takes no new calls.
  ///
  /// As with ``isClosed``, this is already true when the calls that the other side never looked at
  /// receive their ends.
  public var isPeerGoingAway: Bool {
    core.withLock { $0.state.peerGoingAway != nil }
  }

  /// The number of open calls, in both directions.
  public var openCallCount: Int {
    core.withLock { $0.state.openCallCount }
  }

  /// Returns the delegate of a call that this side made and that is still open.
  ///
  /// A router uses this to find the call that a plugin names as the parent of a call that it makes.
  public func openCall(_ id: UInt64) -> (any CallDelegate)? {
    core.withLock { $0.state.outgoing[id]?.handle }?.delegate
  }

  /// Sends a ping to the other side, and returns how long the response took.
  ///
  /// - Throws: ``Status`` with reason `PING_TIMEOUT`. The connection stays open: the caller decides
  ///   what to do about a silent peer.
  public func ping(timeout: Duration) async throws -> Duration {
    let start = time.now
    let hasResponse = await withCheckedContinuation { continuation in
      let token = waiters.awaitPing(continuation)
      perform { $0.ping(token, timeout: timeout, at: start) }
    }
    guard hasResponse else { throw Status.pingTimeout }
    return time.now - start
  }

  /// Asks a plugin to finish what it has begun by itself, such as the connections that it has
  /// accepted, and to begin nothing more. Returns once the plugin has done so and takes no new
  /// calls either, or once the connection is over.
  ///
  /// Calls continue both ways meanwhile. The caller decides how long this may take.
  public func askToDrain() async {
    await withCheckedContinuation { continuation in
      waiters.awaitGoingAway(continuation)
      perform { $0.askToDrain() }
    }
  }

  /// Takes no new calls from now on, and tells the other side so. Open calls continue.
  public func goAway(_ status: Status = .ok) {
    perform { $0.goAway(status) }
  }

  /// Takes no new calls, and returns when the open ones have ended.
  ///
  /// - Parameter awaitingOutgoing: Whether to wait for the calls that this side has made as well.
  public func drain(awaitingOutgoing: Bool = true) async {
    await withCheckedContinuation { continuation in
      waiters.awaitDrained(continuation)
      perform { $0.drain(awaitingOutgoing: awaitingOutgoing) }
    }
  }

  /// Ends the connection, and every call on it, at once.
  ///
  /// - Parameter status: The reason. The other side is told of it, unless it is `Status.ok`.
  public func close(_ status: Status = .ok) {
    perform { $0.close(status, telling: !status.isOK) }
  }
}
