import Logging
import PluginKit

/// The HTTP gateway: the Admin API, and everything else that modules serve, on the sockets that the host
/// opened for it.
@main
struct GatewayPlugin: Plugin {
  static let version = "0.1.0"

  static func services(in environment: PluginEnvironment) throws -> [any Service] {
    let logger = Logger(label: environment.name)
    let settings = try GatewaySettings(environment.config)
    let gateway = Gateway(host: environment.host, settings: settings, logger: logger)
    _ = gateway
    return []
  }
}
