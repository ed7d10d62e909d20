import HostProtos

extension PrometheusText {
  /// Adds the gateway's metrics. Routes without requests are left out.
  mutating func add(_ metrics: Metrics) {
    let routes = metrics.routes.filter(\.isUsed)
    metric("steward_http_requests_total", "counter", "Requests served.")
    for route in routes {
      for number in RouteMetrics.classes where route.responses(ofClass: number) > 0 {
        sample(
          "steward_http_requests_total", route.labels + [("status", "\(number)xx")],
          route.responses(ofClass: number))
      }
    }
    metric(
      "steward_http_request_duration_seconds", "histogram",
      "From the head of a request to the head of its response.")
    for route in routes {
      histogram("steward_http_request_duration_seconds", route.labels, route.duration.reading)
    }
    metric("steward_http_requests_in_flight", "gauge", "Requests being served.")
    for route in routes {
      sample("steward_http_requests_in_flight", route.labels, route.inFlight.value)
    }
    metric("steward_http_received_bytes_total", "counter", "Bytes of request bodies received.")
    for route in routes {
      sample("steward_http_received_bytes_total", route.labels, route.received.value)
    }
    metric("steward_http_sent_bytes_total", "counter", "Bytes of response bodies sent.")
    for route in routes {
      sample("steward_http_sent_bytes_total", route.labels, route.sent.value)
    }
    metric("steward_http_connections", "gauge", "Open connections.")
    sample("steward_http_connections", [], metrics.connections.value)
    metric("steward_http_connections_total", "counter", "Connections accepted.")
    sample("steward_http_connections_total", [], metrics.accepted.value)
  }

  /// Adds the metrics of the host and its plugins.
  mutating func add(_ status: HostStatus) {
    metric("steward_store_revision", "gauge", "The revision of the newest event.")
    sample("steward_store_revision", [], status.revision)
    metric("steward_host_resident_bytes", "gauge", "Resident memory of the host.")
    sample("steward_host_resident_bytes", [], status.residentBytes)
    metric("steward_plugin_ready", "gauge", "Whether a plugin is ready to serve.")
    for plugin in status.plugins {
      sample("steward_plugin_ready", [("plugin", plugin.name)], plugin.state == "ready" ? 1 : 0)
    }
    metric("steward_plugin_restarts_total", "counter", "Starts of a plugin after a crash.")
    for plugin in status.plugins {
      sample("steward_plugin_restarts_total", [("plugin", plugin.name)], plugin.restarts)
    }
    metric("steward_plugin_calls_in_flight", "gauge", "Calls that a plugin is serving.")
    for plugin in status.plugins {
      sample("steward_plugin_calls_in_flight", [("plugin", plugin.name)], plugin.callsInFlight)
    }
  }
}

extension RouteMetrics {
  fileprivate var isUsed: Bool { duration.reading.count > 0 || inFlight.value > 0 }

  fileprivate var labels: [(String, String)] { [("method", method), ("route", path)] }
}
