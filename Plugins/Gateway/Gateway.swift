import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import PluginKit

/// All that the gateway answers, and how connections are made that ask.
struct Gateway: Sendable {
  let host: any PluginKit.Channel
  let settings: GatewaySettings
  let logger: Logger
  /// Given when the server is about to part from its clients.
  let drain = DrainSignal()

  /// All that a client may ask for.
  var routes: RouteTable {
    RouteTable(host: host, settings: settings, drain: drain)
  }

  /// What serves one connection after the other.
  func connections() -> some ServerChildChannel {
    let routes = routes
    let edge = Edge(routed: routes.responder(), logger: logger)
    let channel = HTTP1Channel(
      responder: { request, writer, channel in
        let peer = channel.remoteAddress?.ipAddress ?? ""
        let response = await edge.respond(to: request, from: peer)
        try await writer.write(response: response.head, body: response.body)
      }, configuration: configuration)
    return CountedConnections(base: channel, metrics: routes.metrics)
  }

  /// A head of a request is refused that is longer than any of ours.
  private var configuration: HTTP1Channel.Configuration {
    HTTP1Channel.Configuration(
      additionalChannelHandlers: [
        RequestGuard(limit: TimeAmount(settings.requestTimeout))
      ],
      idleTimeout: TimeAmount(settings.idleTimeout),
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 64 << 10, maxHeaderFieldCount: 100))
  }
}
