import Hummingbird
import Synchronization

/// What the gateway counts of its own work.
///
/// Every series is there before the first request, so counting takes no lock.
final class Metrics: Sendable {
  /// Of requests for which there is no route.
  let unrouted = RouteMetrics(method: "", path: "")
  /// Open connections.
  let connections = Gauge()
  /// Connections that there ever were.
  let accepted = Counter()
  private let registered = Mutex<[RouteMetrics]>([])

  /// Everything that is counted by route.
  var routes: [RouteMetrics] { registered.withLock { $0 } + [unrouted] }

  /// Returns where to count the requests of a route.
  func register(_ route: Route) -> RouteMetrics {
    let metrics = RouteMetrics(method: route.method.rawValue, path: route.path)
    registered.withLock { $0.append(metrics) }
    return metrics
  }
}
