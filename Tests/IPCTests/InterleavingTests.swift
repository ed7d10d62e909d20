import IPCProtos
import Randomness
import Status
import Testing

@testable import IPC

/// Two state machines talk to each other. At each step, a seeded random choice decides which side
/// acts, what it does, and which frame arrives next. Whatever the order, each call ends exactly
/// once on each side, the connection never closes by itself, no sender overdraws its credit by more
/// than a message, and nothing is left over.
@Suite("The interleavings of two sides")
struct InterleavingTests {
  @Test(
    "Every call has exactly one end, whatever happens in whatever order",
    arguments: 0..<300 as Range<UInt64>)
  func oneEnd(seed: UInt64) {
    var world = World(seed: seed)
    for _ in 0..<400 { world.step() }
    world.settle()
    #expect(world.host.closed == nil && world.plugin.closed == nil)
    #expect(world.host.state.openCallCount == 0 && world.plugin.state.openCallCount == 0)
    for ledger in [world.hostLedger, world.pluginLedger] {
      #expect(ledger.ends.values.allSatisfy { $0 == 1 })
      #expect(Set(ledger.ends.keys) == ledger.opened)
      #expect(ledger.sentEnds.values.allSatisfy { $0 == 1 })
      #expect(Set(ledger.sentEnds.keys) == ledger.accepted)
      #expect(ledger.cancellations.values.allSatisfy { $0 == 1 })
    }
  }
}

/// The events that one side has seen.
private struct Ledger {
  var opened: Set<UInt64> = []
  var accepted: Set<UInt64> = []
  var ends: [UInt64: Int] = [:]
  var sentEnds: [UInt64: Int] = [:]
  var cancellations: [UInt64: Int] = [:]
  /// The credit that an honest sender counts for sending, by call.
  var credit: [UInt64: Int] = [:]
  var halfClosed: Set<UInt64> = []
  /// The bytes that were received and not granted back, by call.
  var unread: [UInt64: Int] = [:]
}

private struct World {
  var random: SeededRandom
  var host = Machine.ready(.sampleHost)
  var plugin = Machine.ready(.plugin)
  var hostLedger = Ledger()
  var pluginLedger = Ledger()
  var toHost: [IPCFrame.Kind] = []
  var toPlugin: [IPCFrame.Kind] = []

  init(seed: UInt64) {
    random = SeededRandom(seed)
  }

  mutating func step() {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<3: Self.act(&host, &hostLedger, &random)
    case 3..<6: Self.act(&plugin, &pluginLedger, &random)
    case 6, 7: arriveAtHost()
    case 8: arriveAtPlugin()
    default: passTime()
    }
    collect()
  }

  /// Delivers everything that is still on its way, and lets every handler end.
  mutating func settle() {
    repeat {
      while !toHost.isEmpty || !toPlugin.isEmpty {
        arriveAtHost()
        arriveAtPlugin()
        collect()
      }
      for id in host.state.incoming.keys { host.state.end(id, CallEnd()) }
      for id in plugin.state.incoming.keys { plugin.state.end(id, CallEnd()) }
      collect()
    } while !toHost.isEmpty || !toPlugin.isEmpty
  }

  private mutating func passTime() {
    let span = Duration.milliseconds(Int.random(in: 1...50, using: &random))
    host.advance(by: span)
    plugin.advance(by: span)
  }

  private mutating func arriveAtHost() {
    if !toHost.isEmpty { host.receive(toHost.removeFirst()) }
  }

  private mutating func arriveAtPlugin() {
    if !toPlugin.isEmpty { plugin.receive(toPlugin.removeFirst()) }
  }

  private mutating func collect() {
    toPlugin += Self.collect(&host, &hostLedger)
    toHost += Self.collect(&plugin, &pluginLedger)
  }

  private static func collect(_ machine: inout Machine, _ ledger: inout Ledger) -> [IPCFrame.Kind] {
    for event in machine.state.events { ledger.note(event) }
    let frames = machine.state.frames
    machine.forget()
    for case .end(let end) in frames { ledger.sentEnds[end.call, default: 0] += 1 }
    return frames
  }

  /// Does one thing that the rules allow. It may cross with anything on the other side.
  private static func act(
    _ machine: inout Machine, _ ledger: inout Ledger, _ random: inout SeededRandom
  ) {
    let own = ledger.opened.sorted().randomElement(using: &random)
    let theirs = ledger.accepted.sorted().randomElement(using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: open(&machine, &ledger, &random)
    case 2: if let own { machine.state.cancel(own, "random") }
    case 3: if let own { halfClose(own, &machine, &ledger) }
    case 4: if let theirs { machine.state.end(theirs, CallEnd(message: [1])) }
    case 5:
      if let own, !ledger.halfClosed.contains(own) { send(on: own, &machine, &ledger, &random) }
    case 6: if let theirs { send(on: theirs, &machine, &ledger, &random) }
    default: grant((Bool.random(using: &random) ? own : theirs) ?? 0, &machine, &ledger)
    }
  }

  private static func open(
    _ machine: inout Machine, _ ledger: inout Ledger, _ random: inout SeededRandom
  ) {
    var header = CallHeader(method: "a.B/C", halfClosed: Bool.random(using: &random))
    if Bool.random(using: &random) {
      header.deadline = machine.now + .milliseconds(Int.random(in: 1...200, using: &random))
    }
    let id = machine.open(header)
    ledger.opened.insert(id)
    if header.halfClosed { ledger.halfClosed.insert(id) }
  }

  private static func halfClose(_ id: UInt64, _ machine: inout Machine, _ ledger: inout Ledger) {
    machine.state.halfClose(id)
    ledger.halfClosed.insert(id)
  }

  private static func send(
    on id: UInt64, _ machine: inout Machine, _ ledger: inout Ledger, _ random: inout SeededRandom
  ) {
    let credit = ledger.credit[id] ?? FlowControl.initialWindow
    guard credit > 0 else { return }
    let payload = [UInt8](repeating: 0, count: Int.random(in: 0...200_000, using: &random))
    ledger.credit[id] = credit - FlowControl.cost(of: payload)
    machine.state.send(payload, on: id)
  }

  private static func grant(_ id: UInt64, _ machine: inout Machine, _ ledger: inout Ledger) {
    machine.state.grant(ledger.unread.removeValue(forKey: id) ?? 0, on: id)
  }
}

extension Ledger {
  mutating func note(_ event: ConnectionState<UInt64>.Event) {
    switch event {
    case .accepted(let id): accepted.insert(id)
    case .received(let id, let message): unread[id, default: 0] += FlowControl.cost(of: message)
    case .credited(let id, let bytes):
      credit[id] = (credit[id] ?? FlowControl.initialWindow) + bytes
    case .cancelled(let id, let status):
      cancellations[id, default: 0] += 1
      #expect(status.reason != "FLOW_CONTROL", "an honest sender never overruns")
    case .ended(let id, let end):
      ends[id, default: 0] += 1
      #expect(end.status.reason != "FLOW_CONTROL", "an honest sender never overruns")
    default: break
    }
  }
}
