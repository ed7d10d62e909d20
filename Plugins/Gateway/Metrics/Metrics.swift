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
  private let registered = Mutex<[RouteMetrics]>([])

  /// The metrics of all routes, and ``unrouted``.
  var routes: [RouteMetrics] { registered.withLock { $0 } + [unrouted] }

  /// Creates and returns the metrics of a route.
  func register(_ route: Route) -> RouteMetrics {
    let metrics = RouteMetrics(method: route.method.rawValue, path: route.path)
    registered.withLock { $0.append(metrics) }
    return metrics
  }
}
