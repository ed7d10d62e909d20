public import Status
internal import Synchronization

// What the owner of a connection wants of it.
extension Connection {
  /// Returns what the other side said of itself, once it has.
  ///
  /// - Throws: ``Status``, when the connection closes before.
  public func ready() async throws -> Peer {
    try await withCheckedThrowingContinuation { continuation in
      waiters.awaitReady(continuation)
    }
  }

  /// Returns how the connection ended, once it has: ``Status/ok`` when that was in order.
  public func closed() async -> Status {
    await withCheckedContinuation { continuation in
      waiters.awaitClosed(continuation)
    }
  }

  /// Returns once the other side has left as well: by then it has what was written to it.
  public func transportEnded() async {
    await withCheckedContinuation { continuation in
      waiters.awaitTransportEnd(continuation)
    }
  }

  /// What the other side said of itself, or nil before it has.
  public var peer: Peer? {
    waiters.withLock { $0.peer }
  }

  /// Whether the connection is over.
  ///
  /// True already when the calls that were lost with it hear their ends: so that a router can tell
  /// the loss of a connection from a status of the same reason that the other side sent.
  public var isClosed: Bool {
    core.withLock { $0.state.isClosed }
  }

  /// Whether the other side has said that it takes no new calls.
  ///
  /// Like ``isClosed``, true already when the calls that it never looked at hear their ends.
  public var isPeerGoingAway: Bool {
    core.withLock { $0.state.peerGoingAway != nil }
  }

  /// How many calls are open, in both directions.
  public var openCallCount: Int {
    core.withLock { $0.state.openCallCount }
  }

  /// Returns the observer of a call that this side made and that is still open.
  ///
  /// By it a router finds the call that a plugin names as the parent of one that it makes.
  public func openCall(_ id: UInt64) -> (any CallDelegate)? {
    core.withLock { $0.state.outgoing[id]?.handle }?.delegate
  }

  /// Asks the other side for a sign of life, and returns how long it took.
  ///
  /// - Throws: ``Status`` with reason `PING_TIMEOUT`. The connection stays open: what a silent peer
  ///   deserves is the caller's to decide.
  public func ping(timeout: Duration) async throws -> Duration {
    let start = time.now
    let answered = await withCheckedContinuation { continuation in
      let token = waiters.awaitPing(continuation)
      perform { $0.ping(token, timeout: timeout, at: start) }
    }
    guard answered else { throw Status.pingTimeout }
    return time.now - start
  }

  /// Asks a plugin to finish what it has begun by itself, as the connections that it has accepted, and to begin
  /// nothing more. Returns once it has, and takes no new calls either; or once the connection is over.
  ///
  /// Calls go on both ways meanwhile. How long that may take is the caller's to decide.
  public func askToDrain() async {
    await withCheckedContinuation { continuation in
      waiters.awaitGoingAway(continuation)
      perform { $0.askToDrain() }
    }
  }

  /// Takes no new calls from now on, and tells the other side so. Open ones go on.
  public func goAway(_ status: Status = .ok) {
    perform { $0.goAway(status) }
  }

  /// Takes no new calls, and returns when those that are open have ended.
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
  /// - Parameter status: Why. Anything but ``Status/ok`` is told to the other side.
  public func close(_ status: Status = .ok) {
    perform { $0.close(status, telling: !status.isOK) }
  }
}
