import HostProtos
import HostServices
import Hummingbird
import IPC
import PluginKit

/// The route that Prometheus reads.
struct MetricsRoute: Sendable {
  /// Which clients may read the metrics.
  enum Access: String, Hashable, Sendable, CaseIterable {
    /// Clients that may read the host's state.
    case credential
    /// All clients. The host's own metrics still need a credential.
    case `public`
  }

  let host: any IPC.Channel
  let access: Access

  func route(_ metrics: Metrics) -> Route {
    Route(.get, "/metrics", .metrics) { [self] request, context in
      var text = PrometheusText()
      text.add(metrics)
      if context.credential != nil || access == .credential {
        _ = try context.requireCredential()
        text.add(
          try await HostClient(host).getStatus(
            GetStatusRequest(), options: context.callOptions(for: request)))
      }
      return .text(text.description, as: PrometheusText.contentType)
    }
  }
}

extension Operation {
  fileprivate static let metrics = Operation(
    id: "getMetrics", tag: "Health", summary: "Returns metrics for Prometheus.", response: .string,
    responseType: PrometheusText.contentType)
}
