import IPC
import JSONCalls
import Platform
import PluginKit

extension RouteTable {
  /// Creates the table with everything that a client can request.
  ///
  /// - Parameter version: The version of the gateway.
  init(
    host: any Channel, version: String, settings: GatewaySettings, drain: OneShotEvent
  ) {
    let metrics = Metrics()
    let directory = MethodDirectory(over: host)
    let streams = StreamSettings(drain: drain, heartbeat: settings.heartbeat)
    var routes = AdminRoutes(host: host, invitesPerHour: settings.invitesPerHour).all
    routes += RPCRoutes(host: host, directory: directory, streams: streams).all
    routes += EventRoutes(host: host, directory: directory, streams: streams).all
    routes += ActivityRoutes(host: host).all
    routes += AuthRoutes(host: host).all
    routes += HealthRoutes(host: host).all
    routes.append(MetricsRoute(host: host, access: settings.metrics).route(metrics))
    routes.append(OpenAPIRoute(directory: directory, version: version).route(describing: routes))
    // People read the pages, so no description for programs has them.
    routes +=
      PageRoutes(
        host: host, directory: directory, streams: streams, origin: settings.pageOrigin
      ).all
    self.init(routes: routes, metrics: metrics)
  }
}
