internal import IPCProtos
internal import Status
internal import Synchronization

/// One connection: calls both ways over a transport.
///
/// It performs what `ConnectionState` decides. Every change locks, decides and unlocks, and acts
/// only then. So no foreign code runs under the lock, and the order of events and frames never
/// depends on which thread is faster.
public final class Connection: Channel {
  let core: Mutex<ConnectionCore>
  let transport: any Transport
  let time: any ConnectionClock
  let waiters = Mutex(ConnectionWaiters())
  private let decoder: Mutex<FrameDecoder>
  private let handler: Mutex<any CallHandler>
  private let introduce: Introducer?
  private let observe: (@Sendable (Event) -> Void)?
  private let timer = Mutex<Timer?>(nil)

  typealias Introducer = @Sendable (IPCHello, Connection) throws -> Introduction

  init(
    role: ConnectionRole, transport: any Transport, handler: any CallHandler,
    introduce: Introducer?,
    configuration: Configuration, observe: (@Sendable (Event) -> Void)?
  ) {
    let time = configuration.time
    let limits = ConnectionLimits(configuration)
    self.transport = transport
    self.time = time
    self.introduce = introduce
    self.observe = observe
    self.handler = Mutex(handler)
    decoder = Mutex(FrameDecoder(maximumLength: limits.frameLength))
    core = Mutex(
      ConnectionCore(state: ConnectionState(role: role, limits: limits, now: time.now)))
  }

  func start() {
    timer.withLock { $0 = Timer { [weak self] in self?.timerFired() } }
    flush()
    transport.start(self)
  }

  public func open(_ header: CallHeader, delegate: any CallDelegate) -> any OutgoingCall {
    let now = header.deadline == nil ? nil : time.now
    return openCall { state in
      state.open(header, at: now) { ClientCall(id: $0, connection: self, delegate: delegate) }
    }
  }

  private func openCall(
    _ open: (inout ConnectionCore.State) -> ConnectionCall
  ) -> any OutgoingCall {
    let call = perform(open)
    guard let opened = call as? ClientCall else {
      preconditionFailure("call \(call.id): this side opened it with an id of the peer")
    }
    return opened
  }

  /// Changes the state, then does the work that follows from it.
  @discardableResult
  func perform<Result: Sendable>(_ change: (inout ConnectionCore.State) -> Result) -> Result {
    let iteration = LoopIteration.current
    let (result, first) = core.withLock { core in
      let result = change(&core.state)
      core.encodeFrames()
      return (result, core.nextWork(inIteration: iteration != nil))
    }
    if let first { work(beginningWith: first, inIteration: iteration != nil) }
    iteration?.flushAtEnd(self)
    return result
  }

  /// Does the remaining work, and sends the frames that wait.
  func flush() {
    let first = core.withLock { $0.nextWork(inIteration: false) }
    if let first { work(beginningWith: first, inIteration: false) }
  }

  private func work(beginningWith first: ConnectionCore.Work, inIteration: Bool) {
    var next: ConnectionCore.Work? = first
    while let current = next {
      act(current)
      next = core.withLock { core in
        core.finish(current)
        return core.nextWork(inIteration: inIteration)
      }
    }
  }

  private func act(_ work: ConnectionCore.Work) {
    switch work {
    case .deliver(let events): LoopIteration.take { for event in events { tell(event) } }
    case .write(let bytes):
      transport.write(bytes)
      if transport.unsentByteCount > 0 { noteBacklog(hasMoved: false) }
    case .schedule(let instant):
      if let timer = timer.withLock({ $0 }) { time.schedule(timer, at: instant) }
    case .closeTransport(let aborting): aborting ? transport.abort() : transport.close()
    }
  }

  private func noteBacklog(hasMoved: Bool) {
    let now = time.now
    core.withLock { core in
      // The transport is asked and told under the lock. So the last instruction is about the last
      // state, whichever threads arrive here at the same time.
      let unsent = transport.unsentByteCount
      guard let pauses = core.noteBacklog(unsent: unsent, hasMoved: hasMoved, at: now) else {
        return
      }
      pauses ? transport.pauseReading() : transport.resumeReading()
    }
    flush()
  }

  private func timerFired() {
    let now = time.now
    core.withLock { $0.timerFired() }
    perform { $0.expire(at: now) }
  }

  private func tell(_ event: ConnectionCore.State.Event) {
    switch event {
    case .accepted(let call): accept(call)
    case .received(let call, let message): call.delegate?.received(message)
    case .halfClosed(let call): call.delegate?.halfClosed()
    case .credited(let call, let bytes): call.delegate?.credited(bytes)
    case .cancelled(let call, let reason): call.delegate?.cancelled(reason)
    case .ended(let call, let end): tellEnded(call, end)
    case .greeted(let hello): respond(to: hello)
    case .ready(let peer): tellReady(peer)
    case .goingAway(let status): tellGoingAway(status)
    case .drainWanted: observe?(.drainWanted)
    case .pong(let token): waiters.tellPing(token, responded: true)
    case .pingTimedOut(let token): waiters.tellPing(token, responded: false)
    case .drained: waiters.tellDrained()
    case .closed(let status): tellClosed(status)
    }
  }

  private func accept(_ call: ConnectionCall) {
    guard let accepted = call as? ServerCall else {
      preconditionFailure("call \(call.id): the peer opened it with an id of this side")
    }
    call.attach(handler.withLock { $0 }.accept(accepted))
  }

  private func tellEnded(_ call: ConnectionCall, _ end: CallEnd) {
    let delegate = call.delegate
    call.detach()
    delegate?.ended(end)
  }

  /// Creates the plugin's response to the host's Hello.
  private func respond(to hello: IPCHello) {
    do {
      guard let introduction = try introduce?(hello, self) else { return }
      handler.withLock { $0 = introduction.handler }
      perform { $0.introduce(introduction.welcome, to: hello) }
    } catch {
      perform { $0.close(Status(describing: error), telling: true) }
    }
  }

  private func tellReady(_ peer: Peer) {
    waiters.tellReady(peer)
    observe?(.ready(peer))
  }

  private func tellGoingAway(_ status: Status) {
    waiters.tellGoingAway()
    observe?(.goingAway(status))
  }

  private func tellClosed(_ status: Status) {
    waiters.tellClosed(status)
    observe?(.closed(status))
  }
}

extension Connection: TransportReceiver {
  public func transportReceived(_ bytes: RawSpan) {
    LoopIteration.take { take(bytes) }
  }

  private func take(_ bytes: RawSpan) {
    var frames: [IPCFrame.Kind] = []
    let failure = decoder.withLock { decoder -> FrameError? in
      do throws(FrameError) {
        try decoder.decode(bytes, into: &frames)
        return nil
      } catch {
        return error
      }
    }
    receive(frames, then: failure)
  }

  /// Takes all frames of one read in one change, so that their consequences are sent in one write.
  private func receive(_ frames: [IPCFrame.Kind], then failure: FrameError?) {
    let now = time.now
    perform { state in
      for frame in frames {
        state.receive(frame, at: now) {
          ServerCall(id: $0, header: $1, connection: self)
        }
      }
      if let failure { state.close(failure.status, telling: true) }
    }
  }

  public func transportMoved() {
    noteBacklog(hasMoved: true)
  }

  public func transportClosed(errno: Int32) {
    let truncated = decoder.withLock { decoder -> Status? in
      do throws(FrameError) {
        try decoder.finish()
        return nil
      } catch {
        return error.status
      }
    }
    perform { $0.peerLeft(truncated ?? (errno == 0 ? nil : .readFailed(errno))) }
    waiters.tellTransportEnded()
  }
}
