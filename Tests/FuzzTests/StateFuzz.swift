import IPCProtos
import Randomness
import StoreProtos
import Testing

@testable import IPC

/// This side keeps the rules of the protocol, and the peer keeps none. Whatever the peer sends and
/// whenever, no call of this side ends twice, the end of the connection ends them all, and nothing
/// follows it.
@Suite("Fuzzed states")
struct StateFuzz {
  @Test("Whatever a peer sends in whatever state, this side stays valid", .timeLimit(.fuzz))
  func states() async throws {
    try await Trial.fuzz.rounds(of: "events") { round in
      var world = HostileWorld(&round.random)
      let count = Int.random(in: 1...300, using: &round.random)
      for _ in 0..<count { world.step(&round.random) }
      world.leave()
      let finding = world.finding
      #expect(finding == nil, "\(round)")
      return count
    }
  }
}

private struct HostileWorld {
  private var state: ConnectionState<UInt64>
  private var now = ContinuousClock.now
  private var opened: Set<UInt64> = []
  private var halfClosed: Set<UInt64> = []
  private var accepted: Set<UInt64> = []
  private var ends: [UInt64: Int] = [:]
  private var cancellations: [UInt64: Int] = [:]
  private var closings = 0
  private var saysAfterwards = false

  init(_ random: inout SeededRandom) {
    let role: ConnectionRole =
      random.oneIn(2) ? .plugin : .host(IPCHello(protocolMin: 1, protocolMax: 1))
    let timeout: Duration? = random.oneIn(4) ? .milliseconds(50) : nil
    state = ConnectionState(
      role: role, limits: ConnectionLimits(concurrentCalls: 5, handshakeTimeout: timeout), now: now)
    receive(random.greeting(toHost: role.isHost))
  }

  mutating func step(_ random: inout SeededRandom) {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<5: receive(random.frame())
    case 5..<9: act(&random)
    default:
      now += .milliseconds(Int.random(in: 0...40, using: &random))
      state.expire(at: now)
    }
    note()
  }

  mutating func leave() {
    state.peerLeft(nil)
    note()
  }

  /// What is wrong with the events so far, or nil if nothing is.
  var finding: String? {
    if closings != 1 { return "closed \(closings) times" }
    if saysAfterwards { return "something followed the end" }
    if Set(ends.keys) != opened { return "opened \(opened.sorted()), ended \(ends.keys.sorted())" }
    if ends.values.contains(where: { $0 != 1 }) { return "a call ended twice" }
    if cancellations.values.contains(where: { $0 > 1 }) { return "a call was cancelled twice" }
    if !accepted.isSuperset(of: cancellations.keys) { return "a stranger was cancelled" }
    if state.openCallCount != 0 { return "\(state.openCallCount) calls are left" }
    return nil
  }

  private mutating func receive(_ frame: IPCFrame.Kind) {
    state.receive(frame, at: now) { id, _ in id }
  }

  /// Takes a random action that this side may take.
  private mutating func act(_ random: inout SeededRandom) {
    let own = opened.sorted().randomElement(using: &random) ?? 0
    let theirs = accepted.sorted().randomElement(using: &random) ?? 0
    let either = random.oneIn(2) ? own : theirs
    switch Int.random(in: 0..<9, using: &random) {
    case 0, 1: open(&random)
    case 2: state.cancel(own, "random")
    case 3:
      state.halfClose(own)
      halfClosed.insert(own)
    case 4: state.end(theirs, CallEnd(message: random.bytes(0...9)))
    case 5: if !halfClosed.contains(either) { state.send(random.bytes(0...99), on: either) }
    case 6: state.grant(Int.random(in: 0...500_000, using: &random), on: either)
    case 7: state.ping(random.number(), timeout: .milliseconds(20), at: now)
    default: if random.oneIn(8) { state.drain(awaitingOutgoing: random.oneIn(2)) }
    }
  }

  private mutating func open(_ random: inout SeededRandom) {
    var header = CallHeader(method: "a.B/C", message: random.bytes(0...9))
    header.halfClosed = random.oneIn(2)
    if random.oneIn(2) { header.deadline = now + .milliseconds(random.oneIn(4) ? 0 : 30) }
    guard !state.isClosed else { return }
    let before = state.events.count
    let id = state.open(header, at: now) { $0 }
    guard id != 0 else { return state.events.removeSubrange(before...) }  // Drops the refusal.
    opened.insert(id)
    if header.halfClosed { halfClosed.insert(id) }
  }

  private mutating func note() {
    while !state.events.isEmpty {
      let event = state.events.removeFirst()
      note(event)
      if case .greeted(let hello) = event { state.introduce(IPCWelcome(), to: hello) }
    }
    state.frames = []
  }

  private mutating func note(_ event: ConnectionState<UInt64>.Event) {
    switch event {
    case .accepted(let id): accepted.insert(id)
    case .cancelled(let id, _): cancellations[id, default: 0] += 1
    case .ended(let id, _): ends[id, default: 0] += 1
    case .closed:
      closings += 1
      return
    case .received, .halfClosed, .credited, .ready, .greeted, .drainWanted: break
    // A request that this side makes after the end gets its response after the end.
    case .pong, .pingTimedOut, .drained, .goingAway: return
    }
    if closings > 0 { saysAfterwards = true }
  }
}
