import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import Testing

@testable import GatewayPlugin

@Suite("Requests on a connection")
struct ServerTests {
  @Test("A connection carries one request after the other")
  func keepAlive() async throws {
    let client = try TestServer().client()
    for _ in 1...3 {
      await client.send("GET /hello HTTP/1.1\r\nhost: a\r\n\r\n")
      #expect(await client.receive(until: "hello").hasPrefix("HTTP/1.1 200"))
    }
  }

  @Test(
    "A client that wants no further response is told that it gets none",
    arguments: ["close", "Close"])
  func lastWish(option: String) async throws {
    let client = try TestServer().client()
    await client.send("GET /hello HTTP/1.1\r\nhost: a\r\n\r\n")
    #expect(await !client.receive(until: "hello").contains("Connection"))
    await client.send("GET /hello HTTP/1.1\r\nhost: a\r\nconnection: \(option)\r\n\r\n")
    let response = await client.receiveAll()
    #expect(response.contains("Connection: close") && response.hasSuffix("hello"))
  }

  @Test("Requests that are sent without waiting get responses in their order")
  func pipelining() async throws {
    let server = try TestServer()
    let requests = (1...50).map {
      "POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\n\r\n<\(10 + $0)>"
    }
    let last = "GET /hello HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n"
    let responses = try await server.response(to: requests.joined() + last)
    let echoed = responses.matches(of: /<(\d+)>/).compactMap { Int($0.output.1) }
    #expect(echoed == (11...60).map { $0 })
    #expect(responses.hasSuffix("hello"))
  }

  @Test("A body may arrive in chunks")
  func chunked() async throws {
    let response = try await TestServer().response(
      to:
        "POST /echo HTTP/1.1\r\nhost: a\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n"
        + "3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n")
    #expect(response.hasSuffix("abcdefg"))
  }

  @Test("A body is refused if it is announced as too long, or becomes too long")
  func tooLong() async throws {
    let server = try TestServer()
    let announced = try server.client()
    await announced.send(
      "POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 9000000000\r\n\r\n")
    #expect(await announced.receive(until: "\"}").contains("request_too_large"))

    let chunk = "10000\r\n" + String(repeating: "x", count: 0x10000) + "\r\n"
    let endless = try server.client()
    await endless.send("POST /echo HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n")
    for _ in 1...17 { await endless.send(chunk) }
    let response = await endless.receive(until: "\"}")
    #expect(response.hasPrefix("HTTP/1.1 413"))
  }

  @Test(
    "Input that is not HTTP gets an error in the same form as all others",
    arguments: ["nonsense\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET /\u{0} HTTP/1.1\r\n\r\n"])
  func malformed(_ bytes: String) async throws {
    let response = try await TestServer().response(to: bytes)
    #expect(response.hasPrefix("HTTP/1.1 400"))
    #expect(response.contains("invalid_request_error"))
    #expect(response.contains("request-id: req_"))
  }

  @Test("A request head that is too long is refused")
  func longHead() async throws {
    let response = try await TestServer().response(
      to: "GET /hello HTTP/1.1\r\nx: \(String(repeating: "y", count: 100_000))\r\n\r\n")
    #expect(response.hasPrefix("HTTP/1.1 431"))
  }

  @Test("A request that arrives too slowly is refused")
  func slowBody() async throws {
    var settings = GatewaySettings.quiet
    settings.requestTimeout = .milliseconds(50)
    let client = try TestServer(settings).client()
    await client.send("POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nab")
    let response = await client.receiveAll()
    #expect(response.hasPrefix("HTTP/1.1 408"))
    #expect(response.contains("timeout_error"))
  }

  @Test("A connection is closed if its request head arrives too slowly, or never")
  func slowHead() async throws {
    var settings = GatewaySettings.quiet
    settings.idleTimeout = .milliseconds(50)
    let server = try TestServer(settings)
    let silent = try server.client()
    let trickling = try server.client()
    await trickling.send("GET /hello HT")
    #expect(await silent.receiveAll().isEmpty)
    #expect(await trickling.receiveAll().isEmpty)
  }

  @Test("A connection above the limit waits until another one ends")
  func connectionLimit() async throws {
    var settings = GatewaySettings.quiet
    settings.maximumConnections = 1
    let server = try TestServer(settings)
    var first: RawClient? = try server.client()
    await first?.send("GET /hello HTTP/1.1\r\nhost: a\r\n\r\n")
    _ = await first?.receive(until: "hello")
    let second = try server.client()
    await second.send("GET /hello HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n")
    first = nil
    #expect(await second.receiveAll().hasSuffix("hello"))
  }
}
