internal import IPCProtos
internal import ProtobufRuntime
internal import Status

/// The part of a connection behind its lock: the state machine, and the queues to the outside.
struct ConnectionCore: Sendable {
  typealias State = ConnectionState<ConnectionCall>

  /// One piece of work to do outside the lock.
  enum Work: Sendable {
    case deliver([State.Event])
    case write([UInt8])
    case schedule(at: ContinuousClock.Instant)
    /// `aborting`: without waiting until the peer has taken all that was written.
    case closeTransport(aborting: Bool)
  }

  /// The number of waiting bytes that are written at once, even if more are about to follow.
  private static let fullBatch = 64 * 1024

  var state: State
  /// The encoded frames that wait to be written.
  private var outbox: [UInt8] = []
  /// The number of bytes that the transport still held when it was last asked.
  private var unsent = 0
  private var isWriting = false
  private var isDelivering = false
  private var alarmSetTo: ContinuousClock.Instant?
  private var transportClosed = false

  init(state: State) {
    self.state = state
    encodeFrames()
  }

  /// Encodes the frames of the state machine. This is part of every change, so that the frames of
  /// one change never mix with those of another.
  mutating func encodeFrames() {
    if outbox.isEmpty, unsent == 0 { state.backlog.clear() }
    for frame in state.frames {
      let start = outbox.count
      encode(frame)
      state.backlog.add(outbox.count - start, isResponse: state.isResponse(frame))
    }
    state.frames.removeAll(keepingCapacity: true)
  }

  /// Records what the transport holds because the peer doesn't take it. That is nearly always
  /// nothing.
  ///
  /// - Returns: Whether to pause (true) or to resume (false) reading; nil for no change.
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

  /// Replaces a frame that can't be encoded. A text of this side that can't be encoded costs the
  /// call, but never the connection or the call's End.
  private mutating func replace(_ frame: IPCFrame.Kind, _ status: Status) {
    switch frame {
    case .open(let open): state.refuse(open.call, status)
    case .end(let end): encode(.end(IPCEnd(CallEnd(status: status), call: end.call)))
    case .cancel(let cancel): encode(.cancel(IPCCancel(call: cancel.call)))
    case .goAway(let goAway): encode(.goAway(IPCGoAway(lastCall: goAway.lastCall)))
    default: state.close(status, telling: false)
    }
  }

  /// Returns the next work of the calling thread, or nil if there is none.
  ///
  /// At any time, at most one thread tells events and at most one thread writes. A thread that
  /// arrives meanwhile leaves its work to them.
  ///
  /// - Parameter inIteration: Whether the thread is in a ``LoopIteration``, which flushes at its
  ///   end. Until then, frames wait for others, to be sent with them in one write.
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

  /// Records that a piece of work is done, so that the next of its kind may begin.
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
  /// Whether a frame of this side responds to what the peer has sent.
  fileprivate func isResponse(_ frame: IPCFrame.Kind) -> Bool {
    switch frame {
    case .end, .pong, .goAway: true
    case .message(let message): !isOurs(message.call)
    case .credit(let credit): !isOurs(credit.call)
    default: false
    }
  }
}
