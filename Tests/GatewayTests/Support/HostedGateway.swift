import EchoService
import HTTPTypes
import Hummingbird
import IPC
import Logging
import NIOCore
import Platform
import ProtobufRuntime

@testable import GatewayPlugin

/// The gateway's own routes on a socket, in front of a host with an auth plugin and a plugin that
/// the gateway was not compiled with.
final class HostedGateway: Sendable {
  let port: UInt16
  let auth = RecordedAuth()
  /// The plugin that draws the pages; nil: there is none.
  let pages: RecordedPages?
  /// Yields an element for each watch of events that has ended.
  let endedWatches: AsyncStream<Void>
  private let gateway: Gateway
  private let server: HTTPServer
  private let serving: Task<Void, any Error>

  /// - Parameters:
  ///   - echo: The plugin that the gateway was not compiled with.
  ///   - pages: The plugin that draws the pages.
  ///   - logger: The logger of the gateway.
  init(
    _ settings: GatewaySettings = .quiet,
    echo: any Service = EchoService(host: InProcessChannel(ServiceRouter())),
    pages: RecordedPages? = nil, logger: Logger = .silent
  ) throws {
    let (endedWatches, left) = AsyncStream.makeStream(of: Void.self)
    self.endedWatches = endedWatches
    self.pages = pages
    var services: [any Service] = [auth, echo]
    if let pages { services.append(pages) }
    let host = DescribingHost(others: services.map { type(of: $0) }, left: left)
    let channel = InProcessChannel(ServiceRouter([host] + services))
    let socket = try ListeningSocket()
    port = socket.port
    let gateway = try Gateway(
      host: channel, version: "1.0.0", settings: settings, logger: logger)
    let server = HTTPServer(maximumConnections: 64, logger: .silent)
    (self.gateway, self.server) = (gateway, server)
    serving = Task { try await gateway.serve(socket.descriptor, by: server) }
  }

  deinit {
    Task { [gateway, server] in
      await server.drain { gateway.drain.open() }
    }
  }

  func drain() async throws {
    await server.drain { [gateway] in gateway.drain.open() }
    try await serving.value
  }

  func client() throws -> RawClient { try RawClient(port: port, to: self) }

  /// Sends one request on a connection of its own, and returns the response.
  func send(
    _ method: String, _ path: String, _ headers: [String: String] = [:], body: String = ""
  ) async throws -> RawResponse {
    let client = try client()
    await client.send(Self.request(method, path, headers, body: body))
    return RawResponse(await client.receiveAll())
  }

  static func request(
    _ method: String, _ path: String, _ headers: [String: String] = [:], body: String = ""
  ) -> String {
    let fields = headers.map { "\($0.key): \($0.value)\r\n" }.joined()
    return "\(method) \(path) HTTP/1.1\r\nhost: gateway.test\r\nconnection: close\r\n\(fields)"
      + "content-length: \(body.utf8.count)\r\n\r\n\(body)"
  }
}

/// A response, split into its parts.
struct RawResponse: CustomStringConvertible {
  let description: String
  let head: Substring
  let body: String

  init(_ text: String) {
    description = text
    let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
    head = parts.first ?? ""
    let rest = parts.count > 1 ? String(parts[1]) : ""
    body = head.contains("transfer-encoding: chunked") ? Self.unchunked(rest) : rest
  }

  var status: Int { Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0 }
  var json: JSONValue? { try? JSONValue(parsing: body) }
  /// The reason in the envelope's details.
  var reason: JSONValue? { json?["error"]?["details"]?["reason"] }

  /// Returns the values of a header.
  func headers(_ name: String) -> [String] {
    head.split(separator: "\r\n").filter { $0.lowercased().hasPrefix("\(name): ") }.map {
      String($0.dropFirst(name.count + 2))
    }
  }

  private static func unchunked(_ text: String) -> String {
    var rest = text.utf8[...]
    var body: [UInt8] = []
    while let end = rest.firstIndex(of: UInt8(ascii: "\r")),
      let length = Int(String(decoding: rest[..<end], as: UTF8.self), radix: 16), length > 0
    {
      let start = rest.index(end, offsetBy: 2)
      let after = rest.index(start, offsetBy: length)
      body += rest[start..<after]
      rest = rest[rest.index(after, offsetBy: 2)...]
    }
    return String(decoding: body, as: UTF8.self)
  }
}
