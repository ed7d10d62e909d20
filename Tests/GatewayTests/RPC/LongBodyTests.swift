import EchoService
import Hummingbird
import IPC
import Platform
import ProtobufRuntime
import Testing

@testable import GatewayPlugin

@Suite("A long body", .timeLimit(.minutes(2)))
struct LongBodyTests {
  private let path = "/rpc/test.echo.v1.Echo/Risk"

  private func head(_ path: String, _ length: Int, _ headers: String = "") -> String {
    "POST \(path) HTTP/1.1\r\nhost: a\r\n\(headers)content-length: \(length)\r\n\r\n"
  }

  @Test("A long body is refused unread if the client may not call the method")
  func unread() async throws {
    let client = try HostedGateway().client()
    await client.send(head(path, Request.smallBody + 1))
    let response = await client.receive(until: "PERMISSION_DENIED")
    #expect(response.hasPrefix("HTTP/1.1 403"))
  }

  @Test("A body in chunks from an unauthorized client is refused when it has become long")
  func chunks() async throws {
    let client = try HostedGateway().client()
    await client.send("POST \(path) HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n")
    let chunk = "400\r\n" + String(repeating: "x", count: 0x400) + "\r\n"
    for _ in 0...4 { await client.send(chunk) }
    #expect(await client.receive(until: "PERMISSION_DENIED").hasPrefix("HTTP/1.1 403"))
  }

  @Test("A body of an authorized client is read up to the limit of the method, and no further")
  func limit() async throws {
    let gateway = try HostedGateway()
    let credential = ["authorization": "Bearer \(RecordedAuth.token)"]
    // In Protobuf's wire format, a string takes two bytes more than in quotes. The limit applies to
    // both forms.
    let text = String(repeating: "x", count: (64 << 10) - 4)
    let whole = try await gateway.send("POST", path, credential, body: "\"\(text)\"  ")
    #expect(whole.json == .string(text))
    let client = try gateway.client()
    await client.send(
      head(path, (64 << 10) + 1, "authorization: Bearer \(RecordedAuth.token)\r\n"))
    #expect(await client.receive(until: "\"}").hasPrefix("HTTP/1.1 413"))
  }

  @Test("A body of many small pieces is searched for line ends only once")
  func lines() async throws {
    let client = try HostedGateway().client()
    await client.send(
      "POST /rpc/test.echo.v1.Echo/Collect HTTP/1.1\r\nhost: a\r\n"
        + "transfer-encoding: chunked\r\n\r\n")
    let text = Array("\"" + String(repeating: "x", count: 30_000) + "\"\n")
    let piece = text.map { "1\r\n\($0)\r\n" }
    for start in stride(from: 0, to: piece.count, by: 1000) {
      await client.send(piece[start..<min(start + 1000, piece.count)].joined())
    }
    await client.send("0\r\n\r\n")
    #expect(await client.receive(until: "xx\"").hasPrefix("HTTP/1.1 200"))
  }

  @Test("A line longer than the method allows is refused, and the error has its number")
  func longLine() async throws {
    let long = "\"" + String(repeating: "x", count: 64 << 10) + "\""
    let response = try await HostedGateway().send(
      "POST", "/rpc/test.echo.v1.Echo/Collect", body: "\"a\"\n\(long)\n")
    #expect(response.status == 413)
    #expect(response.body.contains("Line 2"))
  }

  @Test("A call is not made if the body was read too late")
  func late() async throws {
    let (_, left) = AsyncStream.makeStream(of: Void.self)
    let echo = EchoService(host: InProcessChannel(ServiceRouter()))
    let host = InProcessChannel(ServiceRouter([DescribingHost(left: left), echo]))
    var pipeline = RouteTable(
      host: host, version: "1.0.0", settings: .quiet, drain: OneShotEvent()
    ).pipeline()
    pipeline.requestTimeout = .zero
    let request = Request.forTests(path, method: .post, body: #""x""#)
    let response = await pipeline.respond(to: request, from: .loopback)
    #expect(response.status == .requestTimeout)
  }
}
