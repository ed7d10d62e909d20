import Testing

@testable import GatewayPlugin

@Suite("Safety headers and host checks")
struct SafetyTests {
  @Test(
    "Every response forbids a browser to guess its type, even if the request is not HTTP",
    arguments: [String.get("/hello"), .get("/nothing"), "nonsense\r\n\r\n"])
  func nosniff(request: String) async throws {
    let response = try await TestServer().response(to: request).lowercased()
    #expect(response.contains("x-content-type-options: nosniff\r\n"))
    #expect(!response.contains("strict-transport-security"))
  }

  @Test("Browsers are told to stay with HTTPS if clients use HTTPS")
  func transportSecurity() async throws {
    var settings = GatewaySettings.quiet
    settings.publicOrigin = PublicOrigin("https://a")
    let response = try await TestServer(settings).response(to: .get("/hello")).lowercased()
    #expect(response.contains("strict-transport-security: max-age=31536000\r\n"))
    settings.publicOrigin = nil
    settings.tls = TLSFiles(certificate: "c", key: "k")
    #expect(settings.safety == SafetyHeaders(isSecure: true))
  }

  @Test(
    "A request that names another host than the public origin is refused",
    arguments: [
      ("admin.example.com", 200), ("ADMIN.example.com:443", 200), ("evil.example.com", 421),
      ("admin.example.com:8443", 421), ("admin.example.com.", 421),
      ("admin.example.com\r\nhost: evil.example.com", 400),
      ("evil.example.com\r\nhost: admin.example.com", 400),
    ])
  func hosts(host: String, status: Int) async throws {
    var settings = GatewaySettings.quiet
    settings.publicOrigin = PublicOrigin("https://Admin.example.com")
    let response = try await TestServer(settings).response(
      to: "GET /hello HTTP/1.1\r\nhost: \(host)\r\nconnection: close\r\n\r\n")
    #expect(response.hasPrefix("HTTP/1.1 \(status) "))
    #expect(status != 421 || response.contains("send it to https://admin.example.com."))
  }

  @Test("A request without a host is refused, and a health check without the right host is not")
  func healthByAddress() async throws {
    var settings = GatewaySettings.quiet
    settings.publicOrigin = PublicOrigin("https://admin.example.com")
    let server = try TestServer(settings)
    let nameless = try await server.response(
      to: "GET /hello HTTP/1.0\r\nconnection: close\r\n\r\n")
    #expect(nameless.hasPrefix("HTTP/1.1 400"))
    let health = try await HostedGateway(settings).send("GET", "/healthz")
    #expect(health.status == 200)
  }

  @Test(
    "A public origin is https, a host, and an optional port",
    arguments: [
      "", "admin.example.com", "http://admin.example.com", "https://", "https://a/",
      "https://a/path", "https://user@a", "https://a b", "https://a?b",
    ])
  func malformed(origin: String) {
    #expect(throws: (any Error).self) { try GatewaySettings(["public_origin": origin]) }
  }
}
