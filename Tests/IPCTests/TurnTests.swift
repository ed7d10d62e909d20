import Glibc
import IPCProtos
import Platform
import Synchronization
import Testing

@testable import IPC

/// Tests of what a reading thread does in one iteration, and what it leaves to others.
@Suite("Iterations of the reading thread")
struct TurnTests {
  @Test("A handler that waits for a call of its own continues on the same thread")
  func nestedCallKeepsThread() async throws {
    let connection = Promise<Connection>()
    let threads = Mutex<[pthread_t]>([])
    var methods = ServiceRouter()
    methods.unary("test.Sample/Relay") { (number: Number, _) in
      let client = SampleClient(channel: await connection.value)
      threads.withLock { $0.append(pthread_self()) }
      for token in 0..<number.token { _ = try await client.echo(token) }
      threads.withLock { $0.append(pthread_self()) }
      return number
    }
    let pair = try await Pair(over: .pipes, host: .samples, plugin: methods)
    connection.fulfil(pair.plugin)
    #expect(try await SampleClient(channel: pair.host).call("test.Sample/Relay") == 1)
    let seen = threads.withLock { $0 }
    #expect(pthread_equal(seen[0], seen[1]) != 0)
    pair.close()
  }

  @Test("A handler that yields forever blocks nothing on its connection")
  func yieldingHandler() async throws {
    let stopped = OneShotEvent()
    var methods = ServiceRouter.samples
    methods.unary("test.Sample/Spin") { (number: Number, _) in
      defer { stopped.open() }
      while !Task.isCancelled { await Task.yield() }
      return number
    }
    let pair = try await Pair(over: .pipes, plugin: methods)
    let client = SampleClient(channel: pair.host)
    let spinning = Task { try await client.call("test.Sample/Spin") }
    #expect(try await client.echo(3) == 3)
    spinning.cancel()
    await stopped.wait()
    pair.close()
  }

  @Test("What one read makes ready is sent in one write, even if handlers had to wait")
  func oneWrite() async throws {
    var methods = ServiceRouter.samples
    methods.unary("test.Sample/Later") { (number: Number, _) in
      await Task.yield()
      return number
    }
    let wire = Wire()
    let table = methods
    let plugin = Connection.plugin(over: wire) { _, _ in
      Connection.Introduction(welcome: IPCWelcome(), handler: table)
    }
    wire.bring([.hello(IPCHello(protocolMin: 1, protocolMax: 1))])
    let before = wire.writes
    wire.bring([1, 3, 5].map { .open(.sample("test.Sample/Later", call: $0)) })
    #expect(wire.writes - before == 1)
    wire.bring([.open(.sample("test.Sample/Echo", call: 7))])
    #expect(wire.writes - before == 2)
    plugin.close()
  }

  @Test("What one read brings for another connection is sent there in one write")
  func oneWriteOfRelayed() async throws {
    let (near, far) = (Wire(), Wire())
    let target = Connection.host(over: far, hello: IPCHello(), handler: ServiceRouter())
    far.bring([.welcome(IPCWelcome(protocol: 1))])
    let source = Connection.host(
      over: near, hello: IPCHello(), handler: Forwarding(target: target))
    near.bring([.welcome(IPCWelcome(protocol: 1))])
    let before = far.writes
    near.bring([2, 4, 6].map { .open(.sample("test.Sample/Echo", call: $0)) })
    #expect(target.openCallCount == 3)
    #expect(far.writes - before == 1)
    source.close()
    target.close()
  }

  @Test("A frame outside an iteration is sent at once")
  func atOnce() {
    let wire = Wire()
    let host = Connection.host(over: wire, hello: IPCHello(), handler: ServiceRouter())
    wire.bring([.welcome(IPCWelcome(protocol: 1))])
    let before = wire.writes
    let delegate = RecordingObserver()
    let call = host.open(CallHeader(method: "test.Sample/Sum"), delegate: delegate)
    call.send([1])
    call.halfClose()
    #expect(wire.writes - before == 3)
    host.close()
  }
}

/// A transport whose other end is the test.
private final class Wire: Transport {
  private let receiver = Mutex<(any TransportReceiver)?>(nil)
  private let written = Mutex(0)

  var writes: Int { written.withLock { $0 } }

  func start(_ receiver: any TransportReceiver) { self.receiver.withLock { $0 = receiver } }
  func write(_ bytes: [UInt8]) { written.withLock { $0 += 1 } }

  func close() {
    let receiver = receiver.withLock { $0.take() }
    receiver?.transportClosed(errno: 0)
  }

  /// Delivers frames together, in one read.
  func bring(_ frames: [IPCFrame.Kind]) {
    let bytes = frames.flatMap(IPCFrames.bytes)
    receiver.withLock { $0 }?.transportReceived(bytes.span.bytes)
  }
}

/// A handler that makes each call that it takes on another connection.
private struct Forwarding: CallHandler {
  let target: Connection

  func accept(_ call: any IncomingCall) -> any CallDelegate {
    let delegate = RecordingObserver()
    _ = target.open(call.header, delegate: delegate)
    return delegate
  }
}

extension IPCOpen {
  fileprivate static func sample(_ method: String, call: UInt64) -> IPCOpen {
    IPCOpen(call: call, method: method, message: [0x08, 1], halfClose: true)
  }
}
