import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import IPC
import Logging
import NIOCore
import NIOSSL
import Platform
import PluginKit

/// A server of HTTP requests on listening sockets, with its routes and its limits.
struct Gateway: Sendable {
  /// An event that happens when the server begins to close its connections.
  let drain: OneShotEvent
  private let routes: RouteTable
  private let settings: GatewaySettings
  private let proven: ProvenCredentials
  private let tls: TLSConfiguration?
  private let log: AccessLog
  private let logger: Logger

  /// - Throws: ``Status`` if the settings name files that can't be used.
  init(
    _ routes: RouteTable, settings: GatewaySettings, drain: OneShotEvent = OneShotEvent(),
    proven: ProvenCredentials = ProvenCredentials(), logger: Logger
  ) throws {
    self.routes = routes
    self.settings = settings
    self.drain = drain
    self.proven = proven
    self.logger = logger
    tls = try settings.tls?.configuration()
    log = AccessLog(settings.accessLog)
  }

  /// Creates a gateway to all that a host serves.
  init(
    host: any IPC.Channel, version: String, settings: GatewaySettings, logger: Logger
  ) throws {
    let (drain, proven) = (OneShotEvent(), ProvenCredentials())
    let routes = RouteTable(
      host: proven.channel(to: host), version: version, settings: settings, drain: drain)
    try self.init(routes, settings: settings, drain: drain, proven: proven, logger: logger)
  }

  /// What other plugins can ask.
  var service: some Service { GatewayService(history: routes.metrics.history) }

  /// Serves on a listening socket until the server is drained.
  func serve(_ socket: Int32, by server: HTTPServer) async throws {
    defer { log.flush() }
    let connections = connections(sharing: server.shares)
    if let tls {
      let connections = try TLSChannel(connections, tlsConfiguration: tls)
      try await server.serve(
        socket, CountedConnections(base: connections, metrics: routes.metrics), isSecure: true)
    } else {
      try await server.serve(
        socket, CountedConnections(base: connections, metrics: routes.metrics))
    }
  }

  private func connections(sharing shares: ConnectionShares) -> HTTP1Channel {
    let pipeline = RequestPipeline(
      routed: routes.responder(),
      limiter: RateLimiter(settings.requestsPerMinute, per: .seconds(60), proven: proven),
      proxies: settings.trustedProxies, origin: settings.publicOrigin, safety: settings.safety,
      crossOrigin: CrossOrigin(origins: settings.corsOrigins), log: log,
      history: routes.metrics.history, logger: logger, requestTimeout: settings.requestTimeout)
    return HTTP1Channel(
      responder: { request, writer, channel in
        let response = await pipeline.respond(
          to: AwaitedBody.awaiting(request, on: channel), from: IPAddress(of: channel))
        try await writer.write(response: response.head, body: response.body)
      }, configuration: limits(sharing: shares))
  }

  /// Returns the limits of a connection. The head of a request is refused if it is longer than any
  /// head that the routes need.
  private func limits(sharing shares: ConnectionShares) -> HTTP1Channel.Configuration {
    HTTP1Channel.Configuration(
      additionalChannelHandlers: [
        GracefulCloseHandler(patience: TimeAmount(settings.drainGrace), shares: shares),
        TimeoutHandler(
          readLimit: TimeAmount(settings.requestTimeout),
          writeLimit: TimeAmount(settings.writeTimeout), safety: settings.safety),
      ],
      idleTimeout: TimeAmount(settings.idleTimeout),
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 64 << 10, maxHeaderFieldCount: 100))
  }
}
