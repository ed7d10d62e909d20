import Hummingbird
import Logging

@testable import GatewayPlugin

/// A gateway on a socket of its own, with routes of its own.
final class TestServer: Sendable {
  let port: UInt16
  private let server: HTTPServer
  private let serving: Task<Void, any Error>

  /// - Parameter socket: The socket on which it listens; nil: a socket of its own.
  init(
    _ settings: GatewaySettings = .quiet, _ routes: [Route] = [.hello, .echo],
    on socket: ListeningSocket? = nil
  ) throws {
    let socket = try socket ?? ListeningSocket()
    port = socket.port
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let gateway = try Gateway(RouteTable(routes: routes), settings: settings, logger: logger)
    let server = HTTPServer(maximumConnections: settings.maximumConnections, logger: logger)
    self.server = server
    serving = Task { try await gateway.serve(socket.descriptor, by: server) }
  }

  deinit {
    Task { [server] in await server.drain() }
  }

  /// - Parameters: The same as those of ``RawClient``.
  func client(keeping space: Int32? = nil, from source: UInt32 = 1) throws -> RawClient {
    try RawClient(port: port, to: self, keeping: space, from: source)
  }

  /// Sends one request on a connection of its own, and returns the whole response.
  func response(to request: String, from source: UInt32 = 1) async throws -> String {
    let client = try client(from: source)
    await client.send(request)
    return await client.receiveAll()
  }

  func drain(_ shut: @Sendable () async -> Void = {}) async { await server.drain(shut) }

  /// Returns when the last connection has been served.
  func ended() async throws { try await serving.value }
}

extension GatewaySettings {
  static var quiet: GatewaySettings {
    var settings = GatewaySettings()
    settings.accessLog = .none
    settings.drainGrace = .milliseconds(10)
    return settings
  }
}

extension Route {
  static let hello = Route(.get, "/hello", .forTests) { _, _ in .text("hello") }

  static let echo = Route(.post, "/echo", .forTests) { request, _ in
    .text(try await request.textBody { 64 << 10 })
  }
}

extension Operation {
  static let forTests = Operation(id: "test", tag: "Test", summary: "For tests.", response: .any)
}
