import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import GatewayPlugin

/// Attacks in which one client takes what all clients share. In each, an honest client runs beside
/// the attacker.
@Suite("An honest client beside an attacker", .timeLimit(.minutes(1)))
struct HonestClientTests {
  private static let attacker: UInt32 = 2
  private static let honest: UInt32 = 3
  private static let attackers = 30

  private let server: TestServer

  init() throws {
    var settings = GatewaySettings.quiet
    settings.maximumConnections = 8
    server = try TestServer(settings, [.hello, .echo, .flood()])
  }

  private func attack(_ count: Int = attackers) throws -> [RawClient] {
    try (0..<count).map { _ in try server.client(keeping: 4 << 10, from: Self.attacker) }
  }

  private func expectService() async throws {
    let time = try await ContinuousClock().measure {
      let response = try await server.response(to: .get("/hello"), from: Self.honest)
      #expect(response.hasSuffix("hello"))
    }
    #expect(time < .seconds(1))
  }

  @Test("A client is served while another one holds every connection and sends nothing")
  func idle() async throws {
    let idle = try attack()
    try await expectService()
    withExtendedLifetime(idle) {}
  }

  @Test("A client is served while another one sends its requests slowly on every connection")
  func slowSenders() async throws {
    let slow = try attack()
    for client in slow {
      await client.send("POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nab")
    }
    try await expectService()
    withExtendedLifetime(slow) {}
  }

  @Test("A client is served while another one reads no response on any connection")
  func slowReaders() async throws {
    let slow = try attack(8)
    for client in slow {
      await client.send("GET /flood HTTP/1.1\r\nhost: a\r\n\r\n")
      #expect(await client.receive(until: "\r\n\r\n").hasPrefix("HTTP/1.1 200"))
    }
    try await expectService()
    withExtendedLifetime(slow) {}
  }

  @Test("A client keeps its connection when another one wants all of them")
  func keepsConnection() async throws {
    let client = try server.client(from: Self.honest)
    await client.send("GET /hello HTTP/1.1\r\nhost: a\r\n\r\n")
    _ = await client.receive(until: "hello")
    let idle = try attack()
    // When this client is served, the earlier ones have had their turn.
    let last = try await server.response(to: .get("/hello"), from: Self.attacker)
    #expect(last.hasSuffix("hello"))
    await client.send("GET /hello HTTP/1.1\r\nhost: a\r\n\r\n")
    #expect(await client.receive(until: "hello").hasSuffix("hello"))
    withExtendedLifetime(idle) {}
  }

  @Test("The connection of a client that doesn't take its response in time is closed")
  func writeTimeout() async throws {
    let (ended, end) = AsyncStream.makeStream(of: Void.self)
    var settings = GatewaySettings.quiet
    settings.writeTimeout = .milliseconds(50)
    let server = try TestServer(settings, [.flood { end.yield() }])
    let client = try server.client(keeping: 4 << 10)
    await client.send("GET /flood HTTP/1.1\r\nhost: a\r\n\r\n")
    for await _ in ended { break }
    withExtendedLifetime(client) {}
  }

  @Test("A new bogus credential for each request doesn't escape the limit of its address")
  func bogusCredentials() async throws {
    var settings = GatewaySettings.quiet
    settings.requestsPerMinute = 2
    let server = try TestServer(settings)
    func status(_ key: String, from source: UInt32) async throws -> String {
      let response = try await server.response(
        to: .get("/hello", "x-api-key: \(key)"), from: source)
      return String(response.prefix(12))
    }
    for key in ["a", "b"] {
      #expect(try await status(key, from: Self.attacker) == "HTTP/1.1 200")
    }
    #expect(try await status("c", from: Self.attacker) == "HTTP/1.1 429")
    #expect(try await status("d", from: Self.honest) == "HTTP/1.1 200")
  }

  @Test("A credential with which a call has succeeded is counted for itself")
  func provenCredential() async throws {
    var settings = GatewaySettings.quiet
    settings.requestsPerMinute = 2
    let gateway = try HostedGateway(settings)
    let credential = ["authorization": "Bearer \(RecordedAuth.token)"]
    // The first request proves the credential, and is still counted by the address, like the bogus
    // one.
    #expect(try await gateway.send("GET", "/auth/whoami", credential).status == 200)
    let bogus = ["authorization": "Bearer bogus"]
    #expect(try await gateway.send("GET", "/auth/whoami", bogus).status == 401)
    #expect(try await gateway.send("GET", "/auth/whoami", bogus).status == 429)
    for status in [200, 200, 429] {
      #expect(try await gateway.send("GET", "/auth/whoami", credential).status == status)
    }
  }
}

extension Route {
  /// Returns a route that sends data as long as the client takes it.
  fileprivate static func flood(_ ended: @escaping @Sendable () -> Void = {}) -> Route {
    Route(.get, "/flood", .forTests) { _, _ in
      let body = ResponseBody { writer in
        defer { ended() }
        let chunk = ByteBuffer(repeating: 0x78, count: 64 << 10)
        while true { try await writer.write(chunk) }
      }
      return Response(status: .ok, body: body)
    }
  }
}
