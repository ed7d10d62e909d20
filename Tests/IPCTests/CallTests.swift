import IPC
import IPCProtos
import Status
import Testing

@Suite("Calls")
struct CallTests {
  @Test("All four kinds of call work over every transport", arguments: Medium.allCases)
  func fourKinds(over medium: Medium) async throws {
    let pair = try await Pair(over: medium, plugin: .samples)
    let client = SampleClient(channel: pair.host)

    #expect(try await client.echo(42) == 42)

    var counted: [UInt64] = []
    for try await number in try await client.count(5) { counted.append(number.token) }
    #expect(counted == [0, 1, 2, 3, 4])

    let sum: Number = try await pair.host.clientStreaming("test.Sample/Sum", CallOptions()) {
      (numbers: MessageWriter<Number>) in
      for number: UInt64 in 1...4 { try await numbers.send(Number(token: number)) }
    }
    #expect(sum.token == 10)

    let doubles: MessageStream<Number> = try await pair.host.bidirectional(
      "test.Sample/Double", CallOptions()
    ) { (numbers: MessageWriter<Number>) in
      for number: UInt64 in 1...3 { try await numbers.send(Number(token: number)) }
    }
    var doubled: [UInt64] = []
    for try await number in doubles { doubled.append(number.token) }
    #expect(doubled == [2, 4, 6])
    pair.close()
  }

  @Test("Both sides of a connection may make calls")
  func bothWays() async throws {
    let pair = try await Pair(host: .samples, plugin: .samples)
    #expect(try await SampleClient(channel: pair.host).echo(1) == 1)
    #expect(try await SampleClient(channel: pair.plugin).echo(2) == 2)
  }

  @Test("A status arrives whole: code, reason, message, violations and delay")
  func wholeStatus() async throws {
    let pair = try await Pair(plugin: .samples)
    let client = SampleClient(channel: pair.host)
    let status = await status { _ = try await client.call("test.Sample/Fail") }
    #expect(status == Sample.failure)
  }

  @Test("A call of an unknown method ends with UNIMPLEMENTED, and the message names the method")
  func unknownMethod() async throws {
    let pair = try await Pair(plugin: .samples)
    let client = SampleClient(channel: pair.host)
    let status = await status { _ = try await client.call("test.Sample/Nothing") }
    #expect(status?.code == .unimplemented)
    #expect(status?.reason == "UNKNOWN_METHOD")
    #expect(status?.message.contains("test.Sample/Nothing") == true)
  }

  @Test("A request whose bytes are not a message is an invalid argument")
  func malformedRequest() async throws {
    let pair = try await Pair(plugin: .samples)
    let header = CallHeader(method: "test.Sample/Echo", message: [0xFF, 0xFF], halfClosed: true)
    let end = await RecordingObserver.end(of: header, on: pair.host)
    #expect(end.status.code == .invalidArgument)
    #expect(end.status.reason == "MALFORMED_MESSAGE")
  }

  @Test("A unary method takes exactly one request, which may also follow the Open")
  func unaryRequestInParts() async throws {
    let pair = try await Pair(plugin: .samples)
    let delegate = RecordingObserver()
    let call = pair.host.open(CallHeader(method: "test.Sample/Echo"), delegate: delegate)
    call.send([0x08, 7])
    call.halfClose()
    #expect(await delegate.end().message == [0x08, 7])

    let surplus = RecordingObserver()
    let second = pair.host.open(CallHeader(method: "test.Sample/Echo"), delegate: surplus)
    second.send([0x08, 7])
    second.send([0x08, 8])
    second.halfClose()
    #expect(await surplus.end().status.reason == "SURPLUS_REQUEST")

    let none = CallHeader(method: "test.Sample/Echo", halfClosed: true)
    #expect(await RecordingObserver.end(of: none, on: pair.host).status.reason == "MISSING_REQUEST")
  }

  @Test("An empty message is sent as a message")
  func emptyMessage() async throws {
    let pair = try await Pair(plugin: .samples)
    #expect(try await SampleClient(channel: pair.host).echo(0) == 0)
  }

  @Test("Metadata, principal and idempotency key reach the handler, and trailers reach the caller")
  func context() async throws {
    var methods = ServiceRouter()
    methods.unary("test.Sample/Context") { (_: Number, context) in
      context.setTrailer(
        "\(context.metadata["colour"] ?? "") \(context.idempotencyKey)", for: "seen")
      return Number(token: context.principal?.id == "uid:7" ? 1 : 0)
    }
    let pair = try await Pair(plugin: methods)
    let header = CallHeader(
      method: "test.Sample/Context", metadata: ["colour": "red"],
      principal: IPCPrincipal(kind: .operator, id: "uid:7"), idempotencyKey: "k1", message: [],
      halfClosed: true)
    let end = await RecordingObserver.end(of: header, on: pair.host)
    #expect(end.trailers == ["seen": "red k1"])
    #expect(end.message == [0x08, 1])
  }

  @Test("An error that doesn't describe itself becomes UNKNOWN, and its text is not sent")
  func undescribedError() async throws {
    struct Secretive: Error { let password = "hunter2" }
    var methods = ServiceRouter()
    methods.unary("test.Sample/Secret") { (_: Number, _) -> Number in throw Secretive() }
    let pair = try await Pair(plugin: methods)
    let client = SampleClient(channel: pair.host)
    let status = await status { _ = try await client.call("test.Sample/Secret") }
    #expect(status?.code == .unknown)
    #expect(status?.message.contains("hunter2") == false)
  }

  @Test("A message that fits no frame of the other side ends its call and nothing else")
  func oversizedMessage() async throws {
    let pair = try await Pair(plugin: .samples)
    let header = CallHeader(
      method: "test.Sample/Echo", message: [UInt8](repeating: 0, count: 5 << 20), halfClosed: true)
    let end = await RecordingObserver.end(of: header, on: pair.host)
    #expect(end.status.reason == "FRAME_TOO_LARGE")
    #expect(try await SampleClient(channel: pair.host).echo(3) == 3)
  }

  @Test("Services in the same process are called in the same way as others")
  func inProcess() async throws {
    let client = SampleClient(channel: InProcessChannel(ServiceRouter.samples))
    #expect(try await client.echo(9) == 9)
    let status = await status { _ = try await client.call("test.Sample/Fail") }
    #expect(status == Sample.failure)
  }

  @Test("A call that is made before the handshake is sent after it")
  func earlyCall() async throws {
    let (hostEnd, pluginEnd) = Medium.pipes.transports()
    let host = Connection.host(over: hostEnd, hello: IPCHello(), handler: ServiceRouter())
    async let response = SampleClient(channel: host).echo(5)
    let plugin = Connection.plugin(over: pluginEnd) { _, _ in
      Connection.Introduction(welcome: IPCWelcome(), handler: ServiceRouter.samples)
    }
    #expect(try await response == 5)
    host.close()
    #expect(await plugin.closed() == .ok)
  }
}
