internal import IPCProtos
internal import Status

/// One connection as a value: frames and wishes in, frames and events out.
///
/// It knows no descriptor, no thread and no clock: the time is a parameter. `Handle` is what its
/// owner knows a call by. Whatever happens is sorted three ways: our own bug stops the program and
/// names the state; the peer's fault closes the connection with a reason; a race, in which each
/// side did right and their frames crossed, is dropped with a comment.
struct ConnectionState<Handle: Sendable>: Sendable {
  typealias Instant = ContinuousClock.Instant

  enum Phase: Sendable {
    case handshaking
    /// The host's Hello came, and the plugin makes its answer.
    case introducing
    case ready
    case closed(Status)
  }

  let role: ConnectionRole
  let limits: ConnectionLimits
  var phase = Phase.handshaking

  /// Frames to be sent, oldest first. The owner takes them away.
  var frames: [IPCFrame.Kind] = []
  /// Events to be told, oldest first. The owner takes them away.
  var events: [Event] = []

  /// The calls that this side made, and those that the peer made.
  var outgoing: [UInt64: CallState<Handle>] = [:]
  var incoming: [UInt64: CallState<Handle>] = [:]
  /// The highest id that each side has used.
  var lastOutgoing: UInt64
  var lastIncoming: UInt64 = 0

  /// Frames of calls that were made before the handshake was done.
  var held: [IPCFrame.Kind] = []
  var peerFrameLength = Protocol.defaultFrameLength
  /// Set once this side has said that it takes no new calls: the last one that it takes.
  var lastServed: UInt64?
  /// Set once the peer has said that it takes no new calls.
  var peerGoingAway: Status?
  var drainAwaitsOutgoing: Bool?
  var pings: [UInt64: Instant] = [:]
  var handshakeDeadline: Instant?
  var backlog: Backlog
  /// Whether the peer took nothing for so long that it is no use to wait until it does.
  var hasStalled = false
  /// How many bytes of requests the open calls of the peer hold.
  var heldRequestBytes = 0
  /// When ``expire(at:)`` wants to be called: never later than the first deadline. Calls mostly
  /// end long before theirs, so it isn't kept exact, and a wake-up may find nothing to do.
  var nextWake: Instant?

  init(role: ConnectionRole, limits: ConnectionLimits, now: Instant) {
    self.role = role
    self.limits = limits
    backlog = Backlog(limits.backlog)
    lastOutgoing = role.isHost ? ConnectionState.lastBeforeOdd : 0
    if let timeout = limits.handshakeTimeout {
      handshakeDeadline = now + timeout
      wake(at: now + timeout)
    }
    if case .host(let hello) = role {
      frames.append(.hello(hello))
    }
  }

  /// The host's ids begin at 1 and go up by two; so this is as if it had used -1.
  private static var lastBeforeOdd: UInt64 { .max }

  var isReady: Bool {
    if case .ready = phase { true } else { false }
  }

  var isClosed: Bool {
    if case .closed = phase { true } else { false }
  }

  var openCallCount: Int { outgoing.count + incoming.count }

  /// Strikes off a call of the peer's.
  mutating func removeIncoming(_ id: UInt64) -> CallState<Handle>? {
    guard let call = incoming.removeValue(forKey: id) else { return nil }
    heldRequestBytes -= call.requestBytes
    return call
  }

  /// Whether `id` is one of the calls that this side makes.
  func isOurs(_ id: UInt64) -> Bool {
    role.isHost == (id & 1 == 1)
  }

  /// Notes that ``expire(at:)`` has something to do at `instant`.
  mutating func wake(at instant: Instant) {
    nextWake = nextWake.map { min($0, instant) } ?? instant
  }

  mutating func becomeReady(_ peer: Peer) {
    phase = .ready
    handshakeDeadline = nil
    peerFrameLength = peer.maximumFrameLength
    events.append(.ready(peer))
    releaseHeld()
  }

  /// Sends a frame of a call, or keeps it until the handshake is done.
  mutating func emit(_ frame: IPCFrame.Kind) {
    if isReady { frames.append(frame) } else { held.append(frame) }
  }

  /// The peer broke the protocol: tells it how, and closes.
  mutating func fault(_ message: String) {
    close(.protocolError(message), telling: true)
  }

  /// Ends the connection and every call on it.
  ///
  /// - Parameter telling: Whether the peer is told why. Not when the connection is lost.
  mutating func close(_ status: Status, telling: Bool) {
    guard !isClosed else { return }
    if telling {
      frames.append(.goAway(IPCGoAway(status: status.wire, lastCall: lastServed ?? lastIncoming)))
    }
    phase = .closed(status)
    nextWake = nil
    held = []
    endEverything(status.isOK ? .peerGone : status)
    events.append(.closed(status))
  }

  private mutating func endEverything(_ status: Status) {
    let ofCalls = Status(
      .unavailable, reason: Status.peerGone.reason,
      message: status == .peerGone ? status.message : "\(Status.peerGone.message) (\(status))")
    for call in outgoing.values { events.append(.ended(call.handle, CallEnd(status: ofCalls))) }
    for call in incoming.values { tellCancelled(call, ofCalls) }
    for token in pings.keys { events.append(.pingTimedOut(token: token)) }
    outgoing = [:]
    incoming = [:]
    heldRequestBytes = 0
    pings = [:]
    noteDrained()
  }

  /// Tells a call's handler to stop, once.
  mutating func tellCancelled(_ call: CallState<Handle>, _ reason: Status) {
    if !call.cancelled { events.append(.cancelled(call.handle, reason)) }
  }

  /// Tells of a complete drain, if one was asked for and no call keeps it waiting any more.
  mutating func noteDrained() {
    guard let awaitsOutgoing = drainAwaitsOutgoing else { return }
    guard incoming.isEmpty, !awaitsOutgoing || outgoing.isEmpty else { return }
    drainAwaitsOutgoing = nil
    events.append(.drained)
  }
}

/// What one side brings into a connection.
enum ConnectionRole: Sendable {
  case host(IPCHello)
  case plugin

  var isHost: Bool {
    if case .host = self { true } else { false }
  }
}

/// What one side allows the other.
struct ConnectionLimits: Sendable {
  var frameLength = Protocol.defaultFrameLength
  var concurrentCalls = 1024
  /// How many bytes of requests the open calls of the peer may hold.
  var requestBytes = 64 << 20
  var backlog = Backlog.ConnectionLimits()
  var handshakeTimeout: Duration?
}
