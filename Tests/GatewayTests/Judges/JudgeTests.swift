import Foundation
import Testing

@testable import GatewayPlugin

@Suite("External validators")
struct JudgeTests {
  @Test("The description of the API is valid OpenAPI 3.1")
  func openAPI() async throws {
    let document = try await HostedGateway().send("GET", "/openapi.json").body
    let outcome = try await Program(name: "openapi-spec-validator").run("input", input: document)
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test("The metrics are valid in Prometheus' text format")
  func prometheus() async throws {
    let gateway = try HostedGateway()
    let credential = ["authorization": "Bearer \(RecordedAuth.token)"]
    _ = try await gateway.send("POST", "/rpc/Echo/Say", body: #""x""#)
    let text = try await gateway.send("GET", "/metrics", credential).body
    let script = """
      import sys
      from prometheus_client.parser import text_string_to_metric_families as parse
      print(*sorted(family.name for family in parse(sys.stdin.read())))
      """
    let outcome = try await Program(name: "python").run("-c", script, input: text)
    #expect(outcome.status == 0, "\(outcome.output)")
    let names = outcome.output.split(whereSeparator: \.isWhitespace).map(String.init)
    for name in ["steward_http_requests", "steward_http_request_duration_seconds"] {
      #expect(names.contains(name))
    }
  }

  /// Leaves out calls that never end, or that end only by their deadline. Also leaves out requests
  /// of several lines, which schemathesis can't write. Gets the description as a file, because it
  /// waits only ten seconds for one from a server. The gateway shares its process with other tests.
  @Test("No request that is generated from the API's description gets an undescribed response")
  func schemathesis() async throws {
    let gateway = try HostedGateway()
    let document = try await gateway.send("GET", "/openapi.json").body
    let longer = ProcessInfo.processInfo.environment["STEWARD_FUZZ_SECONDS"]
    let (seconds, examples) = (longer ?? "20", longer == nil ? "5" : "1000")
    let outcome = try await Program(name: "schemathesis").run(
      "run", "input", "--url", "http://127.0.0.1:\(gateway.port)", "--max-examples", examples,
      "--phases", "coverage,fuzzing", "--checks",
      "not_a_server_error,status_code_conformance,content_type_conformance,"
        + "response_headers_conformance,response_schema_conformance",
      "--exclude-path-regex",
      "^/v1/events$|/Watch$|/Logs$|Echo/(Wait|Ask|Count|Chat|Collect)$", "--max-time", seconds,
      "--header", "authorization: Bearer \(RecordedAuth.token)", "--request-timeout", "60",
      // With generated credentials beside the real one, every request would be refused. With
      // generated deadlines, requests would miss them.
      "--generation-with-security-parameters", "false", "--header", "steward-timeout: 50s",
      input: document)
    #expect(outcome.status == 0, "\(outcome.output)")
  }
}
