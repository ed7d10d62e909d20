import IPCProtos
import Status
import Testing

@testable import IPC

@Suite("The handshake")
struct HandshakeTests {
  var host = Machine(.sampleHost)
  var plugin = Machine(.plugin)

  @Test("The host sends Hello first, and is ready after the plugin's Welcome")
  mutating func inOrder() throws {
    let hello = try #require(host.takeFrames().first)
    plugin.receive(hello)
    #expect(plugin.told == ["greeted"])
    plugin.state.introduce(IPCWelcome(name: "orgs"), to: IPCHello(protocolMin: 1, protocolMax: 1))
    #expect(plugin.told == ["greeted", "ready"])
    for frame in plugin.takeFrames() { host.receive(frame) }
    #expect(host.told == ["ready"])
  }

  @Test(
    "A host that supports no protocol of the plugin is told so",
    arguments: [(2, 3), (0, 0)] as [(UInt32, UInt32)])
  mutating func unsupported(low: UInt32, high: UInt32) {
    plugin.receive(.hello(IPCHello(protocolMin: low, protocolMax: high)))
    #expect(plugin.closed?.reason == "PROTOCOL_UNSUPPORTED")
    #expect(plugin.closed?.code == .failedPrecondition)
    guard case .goAway = plugin.takeFrames().first else { return #expect(Bool(false)) }
  }

  @Test("A Welcome with a protocol that was not offered closes the connection")
  mutating func wrongChoice() {
    host.receive(.welcome(IPCWelcome(protocol: 2)))
    #expect(host.closed?.reason == "PROTOCOL_ERROR")
  }

  @Test("The connection of a plugin that refuses closes with the plugin's status")
  mutating func refused() {
    let status = Status(.failedPrecondition, reason: "NO_STORE", message: "The store is missing.")
    host.receive(.goAway(IPCGoAway(status: status.wire)))
    #expect(host.closed == status)
  }

  @Test("The connection of a host that refuses right after its Hello closes with the host's status")
  mutating func refusedAtOnce() {
    let status = Status(
      .unavailable, reason: "HOST_STOPPING", message: "The host is being stopped.")
    plugin.receive(.hello(IPCHello(protocolMin: 1, protocolMax: 1)))
    plugin.receive(.goAway(IPCGoAway(status: status.wire)))
    #expect(plugin.closed == status)
    plugin.state.introduce(IPCWelcome(name: "orgs"), to: IPCHello(protocolMin: 1, protocolMax: 1))
    #expect(plugin.takeFrames().isEmpty)
  }

  @Test("An Open between the host's Hello and the plugin's Welcome closes the connection")
  mutating func hasty() {
    plugin.receive(.hello(IPCHello(protocolMin: 1, protocolMax: 1)))
    plugin.receive(.open(IPCOpen(call: 1)))
    #expect(plugin.closed?.reason == "PROTOCOL_ERROR")
  }

  @Test(
    "A first frame other than the introduction closes the connection",
    arguments: [
      .ping(IPCPing()), .open(IPCOpen(call: 1)), .open(IPCOpen(call: 2)),
      .welcome(IPCWelcome(protocol: 1)),
    ] as [IPCFrame.Kind])
  mutating func tooEarly(frame: IPCFrame.Kind) {
    plugin.receive(frame)
    #expect(plugin.closed?.reason == "PROTOCOL_ERROR")
  }

  @Test("A frame limit below the minimum is refused, and a missing one means the default")
  mutating func frameLimits() {
    host.receive(.welcome(IPCWelcome(protocol: 1, maxFrameLength: 100)))
    #expect(host.closed?.reason == "PROTOCOL_ERROR")
    var other = Machine(.sampleHost)
    other.receive(.welcome(IPCWelcome(protocol: 1)))
    #expect(other.state.peerFrameLength == 4 << 20)
  }

  @Test("A peer that doesn't introduce itself in time loses its connection")
  mutating func silence() {
    var host = Machine(.sampleHost, limits: ConnectionLimits(handshakeTimeout: .seconds(10)))
    host.advance(by: .seconds(10))
    #expect(host.closed?.reason == "HANDSHAKE_TIMEOUT")
  }

  @Test("Calls that wait for the handshake are sent after it, in order, unless they are cancelled")
  mutating func heldCalls() {
    _ = host.takeFrames()
    let (kept, dropped) = (host.open(), host.open())
    host.state.send([1], on: kept)
    host.state.cancel(dropped, "changed my mind")
    #expect(host.takeFrames() == [])
    host.receive(.welcome(IPCWelcome(protocol: 1)))
    #expect(
      host.takeFrames() == [
        .open(IPCOpen(call: kept, method: "a.B/C")), .message(IPCMessage(call: kept, payload: [1])),
      ])
  }

  @Test("A held call that is too large for the peer ends, and the peer never sees it")
  mutating func heldTooLarge() {
    _ = host.takeFrames()
    host.open(
      CallHeader(method: "a.B/C", message: [UInt8](repeating: 0, count: 20_000), halfClosed: true))
    host.receive(.welcome(IPCWelcome(protocol: 1, maxFrameLength: 16_384)))
    #expect(host.takeFrames() == [])
    #expect(host.told == ["ready", "ended 1 FRAME_TOO_LARGE"])
  }
}
