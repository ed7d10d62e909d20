import Hummingbird
import Synchronization

/// The metrics that the gateway collects of its own work.
///
/// Every series exists before the first request, so counting takes no lock.
final class Metrics: Sendable {
  /// The metrics of requests for which there is no route.
  let unrouted = RouteMetrics(method: "", path: "")
  /// The number of open connections.
  let connections = Gauge()
  /// The number of connections since the start.
  let accepted = Counter()
  /// The responses of the last hour, of all routes and of what no route was found for.
  let history = ResponseHistory()
  private let registered = Mutex<[RouteMetrics]>([])

  /// The metrics of all routes, and ``unrouted``.
  var routes: [RouteMetrics] { registered.withLock { $0 } + [unrouted] }

  /// Returns the metrics of a route, which all routes with its method and label share.
  func register(_ route: Route) -> RouteMetrics {
    registered.withLock { registered in
      let method = route.method.rawValue
      if let known = registered.first(where: { $0.method == method && $0.path == route.label }) {
        return known
      }
      let metrics = RouteMetrics(method: method, path: route.label)
      registered.append(metrics)
      return metrics
    }
  }
}
