internal import IPCProtos
internal import Status

/// One connection as a value. Frames and requests of its owner go in; frames and events come out.
///
/// It knows no descriptor, no thread and no clock: the time is a parameter. `Handle` is the value
/// by which the owner knows a call. Failures are of three kinds. Our own bug stops the program and
/// names the state. The peer's fault closes the connection with a reason. A race, in which both
/// sides were right and their frames crossed, is ignored, and the code has a comment.
struct ConnectionState<Handle: Sendable>: Sendable {
  typealias Instant = ContinuousClock.Instant

  enum Phase: Sendable {
    case handshaking
    /// The host's Hello has arrived, and the plugin prepares its response.
    case introducing
    case ready
    case closed(Status)
  }

  let role: ConnectionRole
  let limits: ConnectionLimits
  var phase = Phase.handshaking

  /// The frames to send, oldest first. The owner removes them.
  var frames: [IPCFrame.Kind] = []
  /// The events to tell, oldest first. The owner removes them.
  var events: [Event] = []

  /// The calls that this side made, and the calls that the peer made.
  var outgoing: [UInt64: CallState<Handle>] = [:]
  var incoming: [UInt64: CallState<Handle>] = [:]
  /// The highest id that each side has used.
  var lastOutgoing: UInt64
  var lastIncoming: UInt64 = 0

  /// The frames of calls that were made before the handshake was done.
  var held: [IPCFrame.Kind] = []
  var peerFrameLength = Protocol.defaultFrameLength
  /// The last call that this side takes; set once it has said that it takes no new calls.
  var lastServed: UInt64?
  /// The peer's status; set once the peer has said that it takes no new calls.
  var peerGoingAway: Status?
  var drainAwaitsOutgoing: Bool?
  var pings: [UInt64: Instant] = [:]
  var handshakeDeadline: Instant?
  var backlog: Backlog
  /// Whether the peer took nothing for so long that waiting for it is useless.
  var hasStalled = false
  /// The number of bytes in the requests of the peer's open calls.
  var heldRequestBytes = 0
  /// When ``expire(at:)`` must be called: never later than the first deadline. Most calls end long
  /// before their deadlines, so this isn't kept exact, and a wake-up may find nothing to do.
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

  /// The host's ids begin at 1 and grow by two, as if it had used -1 before.
  private static var lastBeforeOdd: UInt64 { .max }

  var isReady: Bool {
    if case .ready = phase { true } else { false }
  }

  var isClosed: Bool {
    if case .closed = phase { true } else { false }
  }

  var openCallCount: Int { outgoing.count + incoming.count }

  /// Removes a call of the peer.
  mutating func removeIncoming(_ id: UInt64) -> CallState<Handle>? {
    guard let call = incoming.removeValue(forKey: id) else { return nil }
    heldRequestBytes -= call.requestBytes
    return call
  }

  /// Whether `id` belongs to a call that this side makes.
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

  /// Sends a frame of a call, or holds it until the handshake is done.
  mutating func emit(_ frame: IPCFrame.Kind) {
    if isReady { frames.append(frame) } else { held.append(frame) }
  }

  /// Closes the connection because the peer broke the protocol, and tells the peer how.
  mutating func fault(_ message: String) {
    close(.protocolError(message), telling: true)
  }

  /// Ends the connection and every call on it.
  ///
  /// - Parameter telling: Whether to tell the peer the reason. False when the connection is lost.
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
      .unavailable, reason: .connectionLost,
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

  /// Reports a complete drain, if one was asked for and no call delays it any more.
  mutating func noteDrained() {
    guard let awaitsOutgoing = drainAwaitsOutgoing else { return }
    guard incoming.isEmpty, !awaitsOutgoing || outgoing.isEmpty else { return }
    drainAwaitsOutgoing = nil
    events.append(.drained)
  }
}

/// The role of this side, with what it brings into the connection.
enum ConnectionRole: Sendable {
  case host(IPCHello)
  case plugin

  var isHost: Bool {
    if case .host = self { true } else { false }
  }
}

/// The limits that one side sets for the other.
struct ConnectionLimits: Sendable {
  var frameLength = Protocol.defaultFrameLength
  var concurrentCalls = 1024
  /// The maximum number of bytes in the requests of the peer's open calls.
  var requestBytes = 64 << 20
  var backlog = Backlog.ConnectionLimits()
  var handshakeTimeout: Duration?
}
