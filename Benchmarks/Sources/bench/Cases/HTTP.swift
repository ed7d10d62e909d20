import Foundation

/// Measures responses of the gateway. The floor is a bare Hummingbird server that responds with the
/// same bytes from memory.
func measureHTTP(in setting: Setting, _ results: inout Results) async throws {
  let site = try AdminAPISite(in: setting)
  defer { site.served.stop() }
  for (name, path) in [
    ("20 workspaces", "/v1/organizations/workspaces?limit=20"),
    ("an API key", "/v1/organizations/api_keys/\(site.apiKey)"),
  ] {
    let url = "\(site.served.url)\(path)"
    let floor = try FloorServer(respondingWith: site.headers.get(url), in: setting.scratch)
    defer { floor.stop() }
    for _ in 0..<setting.rounds {
      let bare = try WrkRun(floor.url, connections: 32, headers: site.headers)
      let full = try WrkRun(url, connections: 32, headers: site.headers)
      guard full.failures == 0 else { throw BenchError("\(path) failed \(full.failures) times") }
      results.add(
        "HTTP, \(name)", "/s", full.rate, floor: bare.rate, target: .atLeast(floors: 0.5))
      results.add("HTTP, \(name), p99", "µs", full.p99, floor: bare.p99, target: .atMost(floors: 2))
    }
  }
}

/// A served installation with workspaces and an API key.
private struct AdminAPISite {
  let served: ServedInstallation
  let headers: RequestHeaders
  /// The id of an API key.
  let apiKey: String

  init(in setting: Setting) throws {
    let claim = try setting.initialize(setting.data())
    guard let key = claim.firstMatch(of: #/sk-stw-admin01-\w+/#)?.output else {
      throw BenchError("init printed no admin key")
    }
    let environment = ["STEWARD_DATA": setting.data().path]
    func steward(_ arguments: String...) throws -> String {
      try Program.run(setting.steward, arguments, environment: environment)
        .trimmingCharacters(in: .whitespacesAndNewlines)
    }
    for number in 1...25 {
      _ = try steward("workspaces", "create", "Workspace \(number)", "--tag", "number=\(number)")
    }
    apiKey = try steward("keys", "issue", "Bench", "--output", "id")
    headers = try RequestHeaders(
      ["x-api-key": String(key), "anthropic-version": "2023-06-01"], in: setting.scratch)
    served = try ServedInstallation(setting.data(), in: setting)
  }
}
