import Hummingbird
import IPC
import ProtobufRuntime
import Testing

@testable import GatewayPlugin

@Suite("Health checks and metrics")
struct HealthTests {
  @Test("Every client may read health and readiness")
  func health() async throws {
    let gateway = try HostedGateway()
    for path in ["/healthz", "/readyz"] {
      let response = try await gateway.send("GET", path)
      #expect(response.status == 200)
      #expect(response.json?["status"] == .string("ok"))
    }
  }

  @Test("A gateway without an auth plugin is not ready")
  func notReady() async throws {
    let table = RouteTable(routes: HealthRoutes(host: InProcessChannel(ServiceRouter())).all)
    let pipeline = table.pipeline()
    let response = await pipeline.respond(to: .forTests("/readyz"), from: .loopback)
    #expect(response.status == .serviceUnavailable)
    #expect(response.headers[.retryAfter] == "1")
  }

  @Test("Metrics need a credential unless they are public, and the host's metrics always do")
  func metricsAccess() async throws {
    let credential = ["authorization": "Bearer \(RecordedAuth.token)"]
    let closed = try HostedGateway()
    #expect(try await closed.send("GET", "/metrics").status == 401)
    let other = ["authorization": "Bearer other"]
    #expect(try await closed.send("GET", "/metrics", other).status == 403)
    let full = try await closed.send("GET", "/metrics", credential)
    #expect(full.body.contains("steward_store_revision 7\n"))
    var settings = GatewaySettings()
    settings.metrics = .public
    let open = try await HostedGateway(settings).send("GET", "/metrics")
    #expect(open.status == 200)
    #expect(!open.body.contains("steward_store_revision"))
  }

  @Test("Metrics count requests by route, and requests without a route under one name")
  func metrics() async throws {
    var settings = GatewaySettings()
    settings.metrics = .public
    let gateway = try HostedGateway(settings)
    for name in ["a", "b", "c"] { _ = try await gateway.send("GET", "/nothing/\(name)") }
    _ = try await gateway.send("POST", "/rpc/Echo/Say", body: #""x""#)
    let text = try await gateway.send("GET", "/metrics").body
    #expect(!text.contains("nothing"))
    #expect(text.contains(#"steward_http_requests_total{method="",route="",status="4xx"} 3"#))
    let say = #"method="POST",route="/rpc/{service}/{method}""#
    #expect(text.contains("steward_http_requests_total{\(say),status=\"2xx\"} 1\n"))
    #expect(text.contains("steward_http_request_duration_seconds_count{\(say)} 1\n"))
    #expect(text.contains("steward_http_received_bytes_total{\(say)} 3\n"))
    #expect(text.contains("steward_http_connections_total 5\n"))
  }
}
