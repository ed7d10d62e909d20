import IPC
import Platform
import Synchronization
import Testing

@testable import GatewayPlugin

@Suite("Properties of every response")
struct RequestPipelineTests {
  @Test("An unknown path and a method that a path doesn't take get different errors")
  func unrouted() async throws {
    let server = try TestServer()
    let nothing = try await server.response(to: .get("/nothing"))
    #expect(nothing.hasPrefix("HTTP/1.1 404"))
    #expect(nothing.contains(#""type":"not_found_error""#))
    let method = try await server.response(
      to: "DELETE /hello HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n")
    #expect(method.hasPrefix("HTTP/1.1 405"))
    #expect(method.contains("Allow: GET"))
  }

  @Test("The header and the envelope have the same request id, and no two requests share one")
  func requestIDs() async throws {
    let server = try TestServer()
    var seen: Set<Substring> = []
    for _ in 1...10 {
      let response = try await server.response(to: .get("/nothing"))
      let ids = response.matches(of: /req_[1-9A-HJ-NP-Za-km-z]{24}/).map(\.output)
      try #require(ids.count == 2)
      #expect(ids[0] == ids[1])
      seen.insert(ids[0])
    }
    #expect(seen.count == 10)
  }

  @Test("A client that exceeds the rate limit is told how long to wait, and others are served")
  func rateLimit() async throws {
    var settings = GatewaySettings.quiet
    settings.requestsPerMinute = 2
    let server = try TestServer(settings)
    for _ in 1...2 {
      #expect(try await server.response(to: .get("/hello")).hasPrefix("HTTP/1.1 200"))
    }
    let refused = try await server.response(to: .get("/hello"))
    #expect(refused.hasPrefix("HTTP/1.1 429"))
    #expect(refused.contains("Retry-After: "))
    #expect(refused.contains("rate_limit_error"))
    let other = try await server.response(to: .get("/hello"), from: 2)
    #expect(other.hasPrefix("HTTP/1.1 200"))
  }

  @Test("Pages of other sites are admitted only if the operator names the site")
  func crossOrigin() async throws {
    var settings = GatewaySettings.quiet
    settings.corsOrigins = ["https://console.example.com"]
    let server = try TestServer(settings)
    let known = try await server.response(
      to: .get("/hello", "origin: https://console.example.com"))
    #expect(known.contains("Access-Control-Allow-Origin: https://console.example.com"))
    let unknown = try await server.response(to: .get("/hello", "origin: https://evil.example.com"))
    #expect(!unknown.contains("Access-Control"))
    let none = try await server.response(to: .get("/hello"))
    for response in [known, unknown, none] { #expect(response.contains("Vary: origin")) }
    let closed = try await TestServer().response(
      to: .get("/hello", "origin: https://console.example.com"))
    #expect(!closed.contains("Access-Control"))
  }

  @Test("A page of an admitted site can read every error and the headers that explain it")
  func crossOriginErrors() async throws {
    var settings = GatewaySettings.quiet
    settings.corsOrigins = ["https://console.example.com"]
    settings.requestsPerMinute = 1
    let server = try TestServer(settings)
    for status in [404, 429] {
      let response = try await server.response(
        to: .get("/nothing", "origin: https://console.example.com"))
      #expect(response.hasPrefix("HTTP/1.1 \(status)"))
      #expect(response.contains("Access-Control-Allow-Origin: https://console.example.com"))
      #expect(response.contains("Access-Control-Expose-Headers: request-id, retry-after, etag"))
      #expect(!response.contains("Access-Control-Allow-Credentials"))
    }
  }

  @Test("A browser's preflight request is told what the browser may send")
  func preflight() async throws {
    var settings = GatewaySettings.quiet
    settings.corsOrigins = ["https://console.example.com"]
    let request =
      "OPTIONS /hello HTTP/1.1\r\nhost: a\r\nconnection: close\r\n"
      + "origin: https://console.example.com\r\naccess-control-request-method: POST\r\n\r\n"
    let response = try await TestServer(settings).response(to: request)
    #expect(response.hasPrefix("HTTP/1.1 204"))
    #expect(response.contains("Access-Control-Allow-Headers: authorization, x-api-key"))
    let unknown = request.replacing("console.example", with: "evil.example")
    for refused in [
      try await TestServer(settings).response(to: unknown),
      try await TestServer().response(to: request),
    ] {
      #expect(refused.hasPrefix("HTTP/1.1 405"))
      #expect(!refused.contains("Access-Control"))
    }
  }

  @Test(
    "The access log has neither the query nor the headers, and no request can add a line of its own"
  )
  func accessLog() async throws {
    let written = Mutex("")
    let log = AccessLog(.all) { lines in written.withLock { $0 += lines } }
    let pipeline = RouteTable(routes: [.hello]).pipeline(log: log)
    let client = try #require(IPAddress("1.2.3.4"))
    _ = await pipeline.respond(
      to: .forTests("/hello?token=hidden", ["x-api-key": "sk-stw-admin01-hidden"]), from: client)
    _ = await pipeline.respond(to: .forTests("/a%0A1.2.3.4\u{1b}[31m"), from: client)
    log.flush()
    let lines = written.withLock { $0 }.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("1.2.3.4 GET /hello 200 "))
    #expect(lines[1].hasPrefix("1.2.3.4 GET /a%0A1.2.3.4?[31m 404 "))
    #expect(!lines.joined().contains("hidden"))
  }
}

extension String {
  /// Returns a GET request for a connection of its own.
  static func get(_ path: String, _ headers: String...) -> String {
    (["GET \(path) HTTP/1.1", "host: a", "connection: close"] + headers)
      .joined(separator: "\r\n") + "\r\n\r\n"
  }
}
