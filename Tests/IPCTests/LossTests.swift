import Glibc
import IPC
import IPCProtos
import Platform
import Randomness
import Status
import Testing

@Suite("Lost connections and hostile peers")
struct LossTests {
  /// A simulated plugin: a socket to which a test itself writes the bytes.
  struct RawPeer {
    let host: Connection
    let descriptor: Int32

    init() {
      let ends = Descriptors.socketPair()
      descriptor = ends.1
      host = .host(
        over: DescriptorTransport(socket: ends.0), hello: IPCHello(),
        handler: ServiceRouter.samples)
    }

    func write(_ bytes: [UInt8]) {
      _ = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Closes its end, and returns how the host's connection ended.
    func leave() async -> Status {
      close(descriptor)
      return await host.closed()
    }
  }

  static let welcome = IPCFrames.bytes(.welcome(IPCWelcome(protocol: 1)))
  /// The frames of a plugin: its introduction, two calls of its own, and the cancellation of one.
  static let conversation =
    welcome
    + IPCFrames.bytes(
      .open(IPCOpen(call: 2, method: "test.Sample/Hang", message: [], halfClose: true)))
    + IPCFrames.bytes(.open(IPCOpen(call: 4, method: "test.Sample/Sum", message: [8, 1])))
    + IPCFrames.bytes(.message(IPCMessage(call: 4, payload: [8, 2])))
    + IPCFrames.bytes(.cancel(IPCCancel(call: 2)))

  @Test(
    "A peer that dies at any byte is noticed, and every call to it ends",
    arguments: 0...conversation.count)
  func deathAnywhere(at cut: Int) async {
    let peer = RawPeer()
    let delegate = RecordingObserver()
    _ = peer.host.open(CallHeader(method: "a.B/C"), delegate: delegate)
    peer.write(Array(Self.conversation[..<cut]))
    let status = await peer.leave()
    #expect(status.reason == "CONNECTION_LOST")
    #expect(await delegate.end().status.reason == "CONNECTION_LOST")
    #expect(peer.host.openCallCount == 0)
  }

  @Test(
    "Garbage after the handshake closes the connection, and never the process",
    arguments: 0..<60 as Range<UInt64>)
  func garbage(seed: UInt64) async {
    var random = SeededRandom(seed)
    let peer = RawPeer()
    var bytes = Self.conversation
    for _ in 0..<4 {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      bytes[index] = .random(in: 0...255, using: &random)
    }
    peer.write(bytes)
    _ = await peer.leave()
    #expect(peer.host.openCallCount == 0)
  }

  @Test("A frame length of two gigabytes closes the connection with the reason")
  func absurdLength() async {
    let peer = RawPeer()
    peer.write([0x7F, 0xFF, 0xFF, 0xFF])
    let status = await peer.host.closed()
    #expect(status.reason == "PROTOCOL_ERROR")
    close(peer.descriptor)
  }

  @Test("Handlers are stopped when the connection is lost")
  func handlersStop() async throws {
    let (started, stopped) = (OneShotEvent(), OneShotEvent())
    var methods = ServiceRouter()
    methods.unary("test.Sample/Hang") { (number: Number, _) in
      started.open()
      defer { stopped.open() }
      try await untilCancelled()
      return number
    }
    let pair = try await Pair(over: .pipes, plugin: methods)
    let call = Task { try await SampleClient(channel: pair.host).call("test.Sample/Hang") }
    await started.wait()
    pair.host.close()
    await stopped.wait()
    #expect(await status { _ = try await call.value }?.reason == "CONNECTION_LOST")
    #expect(await pair.plugin.closed().reason == "CONNECTION_LOST")
  }

  @Test("A drained side finishes the calls that it serves, and the connection closes in order")
  func drain() async throws {
    let (started, mayEnd) = (OneShotEvent(), OneShotEvent())
    var methods = ServiceRouter()
    methods.unary("test.Sample/Slow") { (number: Number, _) in
      started.open()
      await mayEnd.wait()
      return number
    }
    let pair = try await Pair(over: .pipes, plugin: methods)
    let client = SampleClient(channel: pair.host)
    async let response = client.call("test.Sample/Slow")
    await started.wait()
    pair.plugin.goAway()
    async let drained: Void = pair.plugin.drain()
    // The host receives the GoAway before it can receive the ping.
    _ = try await pair.plugin.ping(timeout: .seconds(60))
    #expect(await status { _ = try await client.call("test.Sample/Slow") }?.reason == "GOING_AWAY")
    mayEnd.open()
    #expect(try await response == 1)
    await drained
    pair.plugin.close()
    #expect(await pair.host.closed() == .ok)
  }

  @Test("The host receives the status with which a plugin refuses to serve")
  func refusal() async {
    let (hostEnd, pluginEnd) = Medium.pipes.transports()
    let refusal = Status(.failedPrecondition, reason: "NO_STORE", message: "The store is missing.")
    _ = Connection.plugin(over: pluginEnd) { _, _ in throw refusal }
    let host = Connection.host(over: hostEnd, hello: IPCHello(), handler: ServiceRouter())
    #expect(await status { _ = try await host.ready() } == refusal)
  }
}
