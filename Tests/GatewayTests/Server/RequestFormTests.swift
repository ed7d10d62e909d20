import IPC
import Testing

@testable import GatewayPlugin

@Suite("The form of a request")
struct RequestFormTests {
  @Test("HEAD gets GET's response without the body", arguments: ["/hello", "/nothing", "/echo"])
  func head(_ path: String) async throws {
    let server = try TestServer()
    let get = try await server.response(to: .get(path))
    let head = try await server.response(
      to: "HEAD \(path) HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n")
    #expect(head.hasSuffix("\r\n\r\n") && !get.hasSuffix("\r\n\r\n"))
    #expect(head.withoutChanging == get.prefix(through: "\r\n\r\n").withoutChanging)
  }

  @Test("A health check with HEAD succeeds")
  func healthByHead() async throws {
    let routes = HealthRoutes(host: InProcessChannel(ServiceRouter())).all
    let server = try TestServer(.quiet, routes)
    let response = try await server.response(
      to: "HEAD /healthz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n")
    #expect(response.hasPrefix("HTTP/1.1 200") && response.hasSuffix("\r\n\r\n"))
  }

  @Test("A connection carries the next response after a response to HEAD")
  func afterHead() async throws {
    let client = try TestServer().client()
    await client.send("HEAD /hello HTTP/1.1\r\nhost: a\r\n\r\n")
    _ = await client.receive(until: "\r\n\r\n")
    await client.send(.get("/hello"))
    #expect(await client.receiveAll().hasPrefix("HTTP/1.1 200"))
  }

  @Test("A client that waits to send its body is told to continue when its head is accepted")
  func goOn() async throws {
    let client = try TestServer().client()
    await client.send(.echo("expect: 100-continue\r\ncontent-length: 5\r\nconnection: close\r\n"))
    #expect(await client.receive(until: "\r\n\r\n").hasPrefix("HTTP/1.1 100 "))
    await client.send("words")
    let response = await client.receiveAll()
    #expect(response.hasPrefix("HTTP/1.1 200") && response.hasSuffix("words"))
  }

  @Test("A client that waits to send its body gets the final status at once if it is known")
  func knownBefore() async throws {
    let client = try TestServer().client()
    await client.send(.echo("expect: 100-continue\r\ncontent-length: 900000\r\n"))
    let response = await client.receiveAll()
    #expect(response.hasPrefix("HTTP/1.1 413"))
    #expect(response.contains("Connection: close"))
  }

  @Test("A client that should wait but sends its body all the same is served")
  func impatient() async throws {
    let client = try TestServer().client()
    await client.send(
      .echo("expect: 100-continue\r\ncontent-length: 5\r\nconnection: close\r\n") + "words")
    #expect(await client.receiveAll().hasSuffix("words"))
  }

  @Test("Percent-encoding of letters in a path makes no difference")
  func path() async throws {
    let server = try TestServer()
    for path in ["/%68ello", "/hell%6f", "/hell%6F?a=%6f"] {
      #expect(try await server.response(to: .get(path)).hasPrefix("HTTP/1.1 200"), "\(path)")
    }
    #expect(RequestForm.normal("/a%2Fb%3fc%25%7e?%41") == "/a%2Fb%3fc%25~?%41")
    // Each character is decoded only once.
    #expect(RequestForm.normal("/%2541") == "/%2541")
    #expect(RequestForm.normal("/a%4") == "/a%4")
    #expect(RequestForm.normal("/%41%+1") == "/%41%+1")
  }

  @Test("A request that names no host, or two hosts, is refused")
  func host() async throws {
    let server = try TestServer()
    for hosts in ["", "host: a\r\nhost: b\r\n"] {
      let response = try await server.response(
        to: "GET /hello HTTP/1.1\r\n\(hosts)connection: close\r\n\r\n")
      #expect(response.hasPrefix("HTTP/1.1 400"), "\(hosts)")
    }
  }

  @Test("A compressed body is refused")
  func coding() async throws {
    let server = try TestServer()
    let refused = try await server.response(
      to: .echo("content-encoding: gzip\r\ncontent-length: 1\r\nconnection: close\r\n") + "x")
    #expect(refused.hasPrefix("HTTP/1.1 415"))
    let taken = try await server.response(
      to: .echo("content-encoding: identity\r\ncontent-length: 1\r\nconnection: close\r\n") + "x")
    #expect(taken.hasPrefix("HTTP/1.1 200"))
  }

  @Test("Every response says when it was made")
  func date() async throws {
    #expect(HTTPDate.text(of: 784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
    for path in ["/hello", "/nothing"] {
      let response = try await TestServer().response(to: .get(path))
      #expect(response.contains(/\r\nDate: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\r\n/))
    }
  }
}

extension String {
  fileprivate static func echo(_ fields: String) -> String {
    "POST /echo HTTP/1.1\r\nhost: a\r\n\(fields)\r\n"
  }

  /// The lines without those that differ from response to response.
  fileprivate var withoutChanging: [String] {
    split(separator: "\r\n").map(String.init).filter {
      !$0.hasPrefix("Date: ") && !$0.lowercased().hasPrefix("request-id: ")
    }
  }

  fileprivate func prefix(through end: String) -> String {
    firstRange(of: end).map { String(self[..<$0.upperBound]) } ?? self
  }
}
