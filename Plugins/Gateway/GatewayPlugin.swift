import IPC
import Logging
import Platform
import PluginKit

/// The HTTP gateway. It serves the Admin API, and everything else that plugins serve, on the
/// sockets that the host opened for it.
@main
struct GatewayPlugin: Plugin {
  static func services(in environment: PluginEnvironment) throws -> [any Service] {
    let logger = Logger(label: environment.name)
    let settings = try GatewaySettings(environment.config)
    let connections = connections(settings, logger)
    let gateway = try Gateway(
      host: environment.host, version: environment.version, settings: settings, logger: logger)
    for listener in environment.listeners {
      let server = HTTPServer(maximumConnections: connections, logger: logger)
      Task { await serve(gateway, on: listener, by: server, logger) }
      environment.whenDraining {
        await server.drain { gateway.drain.open() }
      }
    }
    return [gateway.service]
  }

  private static func connections(_ settings: GatewaySettings, _ logger: Logger) -> Int {
    let connections = DescriptorLimit.connections(upTo: settings.maximumConnections)
    if connections < settings.maximumConnections {
      logger.warning(
        "The limit of open files allows fewer connections than max_connections.",
        metadata: ["connections": "\(connections)"])
    }
    return connections
  }

  private static func serve(
    _ gateway: Gateway, on listener: PluginListener, by server: HTTPServer, _ logger: Logger
  ) async {
    do {
      try await gateway.serve(listener.descriptor, by: server)
    } catch {
      logger.error(
        "Can't serve on this address.",
        metadata: ["address": "\(listener.address)", "error": "\(error)"])
    }
  }
}
