internal import IPCProtos
internal import Status

// Time, pings, and the ways to end a connection.
extension ConnectionState {
  /// Does the work that is due. Call this at ``nextWake``. A late or early call does no harm.
  mutating func expire(at now: Instant) {
    guard !isClosed else { return }
    nextWake = nil
    if let deadline = handshakeDeadline, deadline <= now {
      return close(.handshakeTimeout, telling: true)
    }
    if let deadline = handshakeDeadline { wake(at: deadline) }
    if let deadline = backlog.stallDeadline {
      guard deadline > now else { return stall() }
      wake(at: deadline)
    }
    for (id, deadline) in deadlines {
      if deadline <= now { abandon(id, .deadlineExceeded) } else { wake(at: deadline) }
    }
    for (token, deadline) in pings {
      if deadline <= now { timeOutPing(token) } else { wake(at: deadline) }
    }
  }

  /// Closes the connection, because the peer has read nothing, and was not read, for too long.
  private mutating func stall() {
    hasStalled = true
    close(.peerStalled, telling: false)
  }

  private var deadlines: [(UInt64, Instant)] {
    outgoing.compactMap { id, call in call.deadline.map { (id, $0) } }
      + incoming.compactMap { id, call in call.deadline.map { (id, $0) } }
  }

  /// Sends a ping that the peer must respond to within `timeout`.
  mutating func ping(_ token: UInt64, timeout: Duration, at now: Instant) {
    guard !isClosed else { return events.append(.pingTimedOut(token: token)) }
    pings[token] = now + timeout
    wake(at: now + timeout)
    emit(.ping(IPCPing(token: token)))
  }

  private mutating func timeOutPing(_ token: UInt64) {
    pings[token] = nil
    events.append(.pingTimedOut(token: token))
  }

  /// Asks the plugin to finish what it has begun, and then to go away.
  mutating func askToDrain() {
    guard !isClosed, peerGoingAway == nil else { return }
    emit(.drain(IPCDrain()))
  }

  /// Takes no new calls from now on.
  mutating func goAway(_ status: Status) {
    guard !isClosed, lastServed == nil else { return }
    lastServed = lastIncoming
    emit(.goAway(IPCGoAway(status: status.wire, lastCall: lastIncoming)))
  }

  /// Takes no new calls, and reports once the open ones have ended.
  mutating func drain(awaitingOutgoing: Bool) {
    goAway(.ok)
    drainAwaitsOutgoing = awaitingOutgoing
    noteDrained()
  }

  /// Records that the peer's last byte has arrived. `truncated` is the reason why that end is not
  /// an orderly one, or nil.
  mutating func peerLeft(_ truncated: Status?) {
    guard !isClosed else { return }
    if let truncated { return close(truncated, telling: false) }
    if let status = peerGoingAway, !status.isOK { return close(status, telling: false) }
    close(isReady && openCallCount == 0 ? .ok : .peerGone, telling: false)
  }
}
