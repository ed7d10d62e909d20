internal import IPCProtos
internal import ProtobufRuntime
internal import Status

/// What a connection keeps behind its lock: the state machine, and the queues to the outside.
struct ConnectionCore: Sendable {
  typealias State = ConnectionState<ConnectionCall>

  /// One thing to be done outside the lock.
  enum Work: Sendable {
    case deliver([State.Event])
    case write([UInt8])
    case schedule(at: ContinuousClock.Instant)
    /// `aborting`: without waiting until the peer has taken what was written.
    case closeTransport(aborting: Bool)
  }

  /// Above this, what is ready leaves although more is about to follow.
  private static let fullBatch = 64 * 1024

  var state: State
  /// Encoded frames that wait for their turn.
  private var outbox: [UInt8] = []
  /// What the transport kept when it was last asked.
  private var unsent = 0
  private var isWriting = false
  private var isDelivering = false
  private var alarmSetTo: ContinuousClock.Instant?
  private var transportClosed = false

  init(state: State) {
    self.state = state
    encodeFrames()
  }

  /// Encodes what the state machine wants sent. Part of every change, so that the frames of one
  /// change never get between those of another.
  mutating func encodeFrames() {
    if outbox.isEmpty, unsent == 0 { state.backlog.clear() }
    for frame in state.frames {
      let start = outbox.count
      encode(frame)
      state.backlog.add(outbox.count - start, answering: state.isAnswer(frame))
    }
    state.frames.removeAll(keepingCapacity: true)
  }

  /// Looks at what the transport keeps because the peer doesn't take it, which is hardly ever anything.
  ///
  /// - Returns: Whether reading is to be paused or resumed; nil: as it is.
  mutating func noteBacklog(
    unsent: Int, hasMoved: Bool, at now: ContinuousClock.Instant
  ) -> Bool? {
    self.unsent = unsent
    guard state.role.isHost, !state.isClosed else { return nil }
    let change = state.backlog.update(total: outbox.count + unsent, hasMoved: hasMoved, at: now)
    if let deadline = state.backlog.stallDeadline { state.wake(at: deadline) }
    return change
  }

  private mutating func encode(_ frame: IPCFrame.Kind) {
    let start = outbox.count
    do {
      try FrameCodec.encode(frame, into: &outbox)
    } catch {
      outbox.removeSubrange(start...)
      replace(frame, .unencodable(error))
    }
  }

  /// A text of ours that can't be encoded costs the call, never the connection or its End.
  private mutating func replace(_ frame: IPCFrame.Kind, _ status: Status) {
    switch frame {
    case .open(let open): state.refuse(open.call, status)
    case .end(let end): encode(.end(IPCEnd(CallEnd(status: status), call: end.call)))
    case .cancel(let cancel): encode(.cancel(IPCCancel(call: cancel.call)))
    case .goAway(let goAway): encode(.goAway(IPCGoAway(lastCall: goAway.lastCall)))
    default: state.close(status, telling: false)
    }
  }

  /// Returns what the calling thread is to do next, or nil if that is nothing.
  ///
  /// Exactly one thread tells events and one writes at any time; whoever comes meanwhile leaves its
  /// own to them.
  ///
  /// - Parameter inIteration: Whether the thread is in a ``LoopIteration``, at whose end it comes to flush: until
  ///   then frames wait for others, to leave with them in one write.
  mutating func nextWork(inIteration: Bool) -> Work? {
    if let wake = state.nextWake, alarmSetTo.map({ wake < $0 }) ?? true {
      alarmSetTo = wake
      return .schedule(at: wake)
    }
    if !isDelivering, !state.events.isEmpty {
      isDelivering = true
      return .deliver(takeEvents())
    }
    if !outbox.isEmpty, !isWriting, !inIteration || outbox.count >= Self.fullBatch {
      isWriting = true
      return .write(takeOutbox())
    }
    if state.isClosed, outbox.isEmpty, !isWriting, !transportClosed {
      transportClosed = true
      return .closeTransport(aborting: state.hasStalled)
    }
    return nil
  }

  /// Says that some work is done, so that the next of its kind may begin.
  mutating func finish(_ work: Work) {
    switch work {
    case .deliver: isDelivering = false
    case .write: isWriting = false
    case .schedule, .closeTransport: break
    }
  }

  mutating func timerFired() { alarmSetTo = nil }

  private mutating func takeEvents() -> [State.Event] {
    defer { state.events = [] }
    return state.events
  }

  private mutating func takeOutbox() -> [UInt8] {
    defer { outbox = [] }
    return outbox
  }
}

extension ConnectionState {
  /// Whether a frame of this side's answers what the peer has sent.
  fileprivate func isAnswer(_ frame: IPCFrame.Kind) -> Bool {
    switch frame {
    case .end, .pong, .goAway: true
    case .message(let message): !isOurs(message.call)
    case .credit(let credit): !isOurs(credit.call)
    default: false
    }
  }
}
