import HostProtos
import HostServices
import Hummingbird
import IPC
import PluginKit

/// What Prometheus asks for.
struct MetricsRoute: Sendable {
  /// Who may ask.
  enum Access: String, Hashable, Sendable, CaseIterable {
    /// Whoever may read the host's state.
    case credential
    /// Everybody. The host's own figures still need a credential.
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
    id: "getMetrics", tag: "Health", summary: "Returns figures for Prometheus.", answer: .string,
    answerType: PrometheusText.contentType)
}
