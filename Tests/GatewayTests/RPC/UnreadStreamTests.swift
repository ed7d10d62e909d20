import EchoService
import GoogleProtos
import IPC
import ProtobufRuntime
import Synchronization
import Testing

@testable import GatewayPlugin

@Suite("A client that doesn't read its stream", .timeLimit(.minutes(1)))
struct UnreadStreamTests {
  @Test("An unread stream slows its plugin, fills no memory, and delays no other client")
  func unread() async throws {
    let flood = Flood()
    let gateway = try HostedGateway(echo: flood)
    let sluggish = try RawClient(port: gateway.port, to: gateway, keeping: 64 << 10)
    await sluggish.send(HostedGateway.request("POST", "/rpc/Echo/Count", body: #""endless""#))
    #expect(await sluggish.receive(until: "\r\n\r\n").hasPrefix("HTTP/1.1 200"))

    var unchanged = 0
    while unchanged < 50 {
      let before = flood.sent
      let response = try await gateway.send("POST", "/rpc/Echo/Say", body: #""hello""#)
      #expect(response.json == .string("hello"))
      // The system's buffers for a connection, and as much on the way through the gateway.
      try #require(flood.sent * Flood.size < 16 << 20)
      unchanged = flood.sent == before ? unchanged + 1 : 0
    }
    #expect(flood.sent > 0)
  }

  @Test(
    "A client may leave its stream at any time, and ends only its own call",
    arguments: [
      "POST /rpc/Echo/Count HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\n\r\n\"x\"",
      "POST /rpc/Echo/Count HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\n\r\n\"x\"GET / HTTP/1.1\r\n",
    ])
  func leaves(request: String) async throws {
    let flood = Flood()
    let gateway = try HostedGateway(echo: flood)
    try await ask(request, of: gateway)
    for await _ in flood.ended { break }
    #expect(try await gateway.send("GET", "/healthz").status == 200)
  }

  @Test("A client may leave its stream before it has sent all of its request")
  func leavesEarly() async throws {
    let gateway = try HostedGateway()
    try await ask(
      "GET /v1/events?from=10 HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\n"
        + "authorization: Bearer \(RecordedAuth.token)\r\n\r\n\"", of: gateway)
    for await _ in gateway.endedWatches { break }
    #expect(try await gateway.send("GET", "/healthz").status == 200)
  }

  /// The client's connection ends when the function returns.
  private func ask(_ request: String, of gateway: HostedGateway) async throws {
    let client = try gateway.client()
    await client.send(request)
    #expect(await client.receive(until: "\r\n\r\n").hasPrefix("HTTP/1.1 200"))
  }
}

/// A service with a stream that never ends and sends as fast as the client takes it.
private final class Flood: Service {
  static let name = EchoService.name
  static let descriptorSet = EchoService.descriptorSet
  /// The number of bytes in each response.
  static let size = 64 << 10

  /// Yields an element for each stream that has ended.
  let ended: AsyncStream<Void>
  private let end: AsyncStream<Void>.Continuation
  private let count = Mutex(0)

  init() { (ended, end) = AsyncStream.makeStream() }

  /// The number of responses that have been sent.
  var sent: Int { count.withLock { $0 } }

  func register(in methods: inout ServiceRouter) {
    methods.unary("\(Self.name)/Say") { (text: GoogleStringValue, _) in text }
    methods.serverStreaming("\(Self.name)/Count") {
      (_: GoogleStringValue, responses: MessageWriter<GoogleStringValue>, _) in
      defer { self.end.yield() }
      let response = GoogleStringValue(value: String(repeating: "x", count: Self.size))
      while true {
        try await responses.send(response)
        self.count.withLock { $0 += 1 }
      }
    }
  }
}
