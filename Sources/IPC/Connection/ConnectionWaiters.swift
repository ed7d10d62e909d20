internal import Status
internal import Synchronization

/// The tasks that wait for an event of a connection.
struct ConnectionWaiters {
  fileprivate(set) var peer: Peer?
  fileprivate var closed: Status?
  fileprivate var ready: [CheckedContinuation<Peer, any Error>] = []
  fileprivate var closing: [CheckedContinuation<Status, Never>] = []
  fileprivate var transportHasEnded = false
  fileprivate var ending: [CheckedContinuation<Void, Never>] = []
  fileprivate var draining: [CheckedContinuation<Void, Never>] = []
  fileprivate var peerIsGoingAway = false
  fileprivate var goingAway: [CheckedContinuation<Void, Never>] = []
  fileprivate var pings: [UInt64: CheckedContinuation<Bool, Never>] = [:]
  fileprivate var lastPing: UInt64 = 0
}

// Each method takes the continuations under the lock, and resumes them outside it.
extension Mutex<ConnectionWaiters> {
  borrowing func awaitReady(_ continuation: CheckedContinuation<Peer, any Error>) {
    let known: Result<Peer, any Error>? = withLock { waiters in
      if let closed = waiters.closed { return .failure(closed.isOK ? Status.peerGone : closed) }
      if let peer = waiters.peer { return .success(peer) }
      waiters.ready.append(continuation)
      return nil
    }
    if let known { continuation.resume(with: known) }
  }

  borrowing func awaitClosed(_ continuation: CheckedContinuation<Status, Never>) {
    let known = withLock { waiters in
      if waiters.closed == nil { waiters.closing.append(continuation) }
      return waiters.closed
    }
    if let known { continuation.resume(returning: known) }
  }

  borrowing func awaitDrained(_ continuation: CheckedContinuation<Void, Never>) {
    let isClosed = withLock { waiters in
      if waiters.closed == nil { waiters.draining.append(continuation) }
      return waiters.closed != nil
    }
    if isClosed { continuation.resume() }
  }

  borrowing func awaitGoingAway(_ continuation: CheckedContinuation<Void, Never>) {
    let isLeaving = withLock { waiters in
      let isLeaving = waiters.peerIsGoingAway || waiters.closed != nil
      if !isLeaving { waiters.goingAway.append(continuation) }
      return isLeaving
    }
    if isLeaving { continuation.resume() }
  }

  borrowing func awaitTransportEnd(_ continuation: CheckedContinuation<Void, Never>) {
    let hasEnded = withLock { waiters in
      if !waiters.transportHasEnded { waiters.ending.append(continuation) }
      return waiters.transportHasEnded
    }
    if hasEnded { continuation.resume() }
  }

  /// Returns the token of the ping that `continuation` waits for.
  borrowing func awaitPing(_ continuation: CheckedContinuation<Bool, Never>) -> UInt64 {
    withLock { waiters in
      waiters.lastPing += 1
      waiters.pings[waiters.lastPing] = continuation
      return waiters.lastPing
    }
  }

  borrowing func tellReady(_ peer: Peer) {
    let ready = withLock { waiters in
      waiters.peer = peer
      return waiters.takeReady()
    }
    for continuation in ready { continuation.resume(returning: peer) }
  }

  borrowing func tellPing(_ token: UInt64, responded: Bool) {
    withLock { $0.pings.removeValue(forKey: token) }?.resume(returning: responded)
  }

  borrowing func tellDrained() {
    let draining = withLock { $0.takeDraining() }
    for continuation in draining { continuation.resume() }
  }

  borrowing func tellGoingAway() {
    let goingAway = withLock { waiters in
      waiters.peerIsGoingAway = true
      return waiters.takeGoingAway()
    }
    for continuation in goingAway { continuation.resume() }
  }

  borrowing func tellTransportEnded() {
    let ending = withLock { waiters in
      waiters.transportHasEnded = true
      defer { waiters.ending = [] }
      return waiters.ending
    }
    for continuation in ending { continuation.resume() }
  }

  borrowing func tellClosed(_ status: Status) {
    let (ready, closing, draining) = withLock { waiters in
      waiters.closed = status
      return (
        waiters.takeReady(), waiters.takeClosing(),
        waiters.takeDraining() + waiters.takeGoingAway()
      )
    }
    for continuation in ready {
      continuation.resume(throwing: status.isOK ? Status.peerGone : status)
    }
    for continuation in closing { continuation.resume(returning: status) }
    for continuation in draining { continuation.resume() }
  }
}

extension ConnectionWaiters {
  fileprivate mutating func takeReady() -> [CheckedContinuation<Peer, any Error>] {
    defer { ready = [] }
    return ready
  }

  fileprivate mutating func takeClosing() -> [CheckedContinuation<Status, Never>] {
    defer { closing = [] }
    return closing
  }

  fileprivate mutating func takeDraining() -> [CheckedContinuation<Void, Never>] {
    defer { draining = [] }
    return draining
  }

  fileprivate mutating func takeGoingAway() -> [CheckedContinuation<Void, Never>] {
    defer { goingAway = [] }
    return goingAway
  }
}
