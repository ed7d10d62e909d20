import IPC
import IPCProtos
import Platform
import Status
import Testing

@Suite("Deadlines and cancellation")
struct CancellationTests {
  /// A method that reports its start and its cancellation, and never ends by itself.
  struct Hanging {
    let started = OneShotEvent()
    let stopped = OneShotEvent()

    func register(_ name: String, in methods: inout ServiceRouter) {
      methods.unary(name) { [started, stopped] (number: Number, _) in
        started.open()
        do {
          try await untilCancelled()
        } catch {
          stopped.open()
          throw error
        }
        return number
      }
    }
  }

  /// A method that only calls another method, of the side that it serves.
  static func relay(
    _ name: String, to method: String, over connection: @escaping @Sendable () async -> Connection,
    in methods: inout ServiceRouter
  ) {
    methods.unary(name) { (_: Number, _) in
      Number(token: try await SampleClient(channel: connection()).call(method))
    }
  }

  @Test("Cancelling the caller's task stops the handler", arguments: Medium.allCases)
  func cancelReachesHandler(over medium: Medium) async throws {
    let hanging = Hanging()
    var methods = ServiceRouter()
    hanging.register("test.Sample/Hang", in: &methods)
    let pair = try await Pair(over: medium, plugin: methods)
    let call = Task { try await SampleClient(channel: pair.host).call("test.Sample/Hang") }
    await hanging.started.wait()
    call.cancel()
    await hanging.stopped.wait()
    let status = await status { _ = try await call.value }
    #expect(status?.code == .cancelled)
    pair.close()
  }

  @Test("Cancellation also reaches the calls that the handler has made")
  func cancelReachesNestedCalls() async throws {
    let hanging = Hanging()
    var hostMethods = ServiceRouter()
    hanging.register("test.Sample/Hang", in: &hostMethods)
    let plugin = Promise<Connection>()
    var pluginMethods = ServiceRouter()
    Self.relay(
      "test.Sample/Relay", to: "test.Sample/Hang", over: { await plugin.value },
      in: &pluginMethods)
    let pair = try await Pair(host: hostMethods, plugin: pluginMethods)
    plugin.fulfil(pair.plugin)
    let call = Task { try await SampleClient(channel: pair.host).call("test.Sample/Relay") }
    await hanging.started.wait()
    call.cancel()
    await hanging.stopped.wait()
    #expect(await status { _ = try await call.value }?.code == .cancelled)
  }

  @Test("A call by a task that is cancelled already ends with CANCELLED")
  func cancelledBefore() async throws {
    let pair = try await Pair(plugin: .samples)
    let gate = OneShotEvent()
    let call = Task {
      await gate.wait()
      return try await SampleClient(channel: pair.host).call("test.Sample/Hang")
    }
    call.cancel()
    gate.open()
    #expect(await status { _ = try await call.value }?.code == .cancelled)
  }

  @Test("Dropping a stream of responses stops the handler")
  func droppedStream() async throws {
    let stopped = OneShotEvent()
    var methods = ServiceRouter()
    methods.serverStreaming("test.Sample/Endless") {
      (_: Number, numbers: MessageWriter<Number>, _) in
      defer { stopped.open() }
      while true { try await numbers.send(Number(token: 1)) }
    }
    let pair = try await Pair(plugin: methods)
    do {
      let stream: MessageStream<Number> = try await pair.host.serverStreaming(
        "test.Sample/Endless", Number(), CallOptions())
      #expect(try await stream.next()?.token == 1)
    }
    await stopped.wait()
  }

  @Test("A call whose deadline passes ends for the caller, and its handler is stopped")
  func deadline() async throws {
    let time = ManualClock()
    let hanging = Hanging()
    var methods = ServiceRouter()
    hanging.register("test.Sample/Hang", in: &methods)
    let pair = try await Pair(plugin: methods, configuration: .manual(time))
    let header = CallHeader(
      method: "test.Sample/Hang", deadline: time.now + .seconds(5), message: [], halfClosed: true)
    let delegate = RecordingObserver()
    _ = pair.host.open(header, delegate: delegate)
    await hanging.started.wait()
    time.advance(by: .seconds(5))
    #expect(await delegate.end().status.reason == "DEADLINE_EXCEEDED")
    await hanging.stopped.wait()
    #expect(pair.host.openCallCount == 0 && pair.plugin.openCallCount == 0)
  }

  @Test("A nested call has no more time than the outer call has left")
  func deadlineShrinks() async throws {
    let served = HandServed()
    let plugin = Promise<Connection>()
    var methods = ServiceRouter()
    methods.unary("test.Sample/Relay") { (_: Number, _) in
      let client = SampleClient(channel: await plugin.value)
      return Number(token: try await client.echo(1, CallOptions(timeout: .seconds(3600))))
    }
    let (hostEnd, pluginEnd) = Medium.memory.transports()
    let table = methods
    let pluginSide = Connection.plugin(over: pluginEnd) { _, _ in
      Connection.Introduction(welcome: IPCWelcome(), handler: table)
    }
    let host = Connection.host(over: hostEnd, hello: IPCHello(), handler: served)
    plugin.fulfil(pluginSide)
    async let outer = SampleClient(channel: host).call(
      "test.Sample/Relay", CallOptions(timeout: .seconds(60)))
    for await inner in served.calls {
      let rest = try #require(inner.call.header.deadline) - .now
      #expect(rest <= .seconds(60))
      #expect(inner.call.header.parentCall == 1)
      inner.call.end(CallEnd(message: [0x08, 5]))
      break
    }
    #expect(try await outer == 5)
  }
}

extension Connection.Configuration {
  static func manual(_ time: ManualClock) -> Self {
    var configuration = Self()
    configuration.time = time
    return configuration
  }
}
