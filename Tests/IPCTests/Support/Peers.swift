import IPCProtos
import Status

@testable import IPC

/// The state of one side, with calls known by their ids. Its time advances only when a test says
/// so.
struct Machine {
  typealias State = ConnectionState<UInt64>

  var state: State
  var now = ContinuousClock.now

  init(_ role: ConnectionRole, limits: ConnectionLimits = ConnectionLimits()) {
    state = State(role: role, limits: limits, now: now)
  }

  /// Returns a side whose handshake is done.
  static func ready(_ role: ConnectionRole, limits: ConnectionLimits = ConnectionLimits())
    -> Machine
  {
    var machine = Machine(role, limits: limits)
    if role.isHost {
      machine.receive(.welcome(IPCWelcome(protocol: 1)))
    } else {
      let hello = IPCHello(protocolMin: 1, protocolMax: 1)
      machine.receive(.hello(hello))
      machine.state.introduce(IPCWelcome(), to: hello)
    }
    machine.forget()
    return machine
  }

  mutating func receive(_ frame: IPCFrame.Kind) {
    state.receive(frame, at: now) { id, _ in id }
  }

  @discardableResult
  mutating func open(_ header: CallHeader = CallHeader(method: "a.B/C")) -> UInt64 {
    state.open(header, at: now) { $0 }
  }

  mutating func advance(by duration: Duration) {
    now += duration
    state.expire(at: now)
  }

  /// Drops the frames and events so far.
  mutating func forget() {
    state.frames = []
    state.events = []
  }

  mutating func takeFrames() -> [IPCFrame.Kind] {
    defer { state.frames = [] }
    return state.frames
  }

  /// The events so far, as text.
  var told: [String] { state.events.map(\.summary) }

  /// The status with which the connection closed, if it is closed.
  var closed: Status? {
    if case .closed(let status) = state.phase { status } else { nil }
  }
}

extension ConnectionRole {
  static var sampleHost: ConnectionRole { .host(IPCHello(protocolMin: 1, protocolMax: 1)) }
}

extension ConnectionState.Event {
  var summary: String {
    switch self {
    case .accepted(let call): "accepted \(call)"
    case .received(let call, let message): "received \(call) \(message)"
    case .halfClosed(let call): "halfClosed \(call)"
    case .credited(let call, let bytes): "credited \(call) \(bytes)"
    case .cancelled(let call, let status): "cancelled \(call) \(status.reason)"
    case .ended(let call, let end): "ended \(call) \(end.status.isOK ? "OK" : end.status.reason)"
    case .greeted: "greeted"
    case .ready: "ready"
    case .goingAway: "goingAway"
    case .drainWanted: "drainWanted"
    case .pong(let token): "pong \(token)"
    case .pingTimedOut(let token): "pingTimedOut \(token)"
    case .drained: "drained"
    case .closed(let status): "closed \(status.isOK ? "OK" : status.reason)"
    }
  }
}
