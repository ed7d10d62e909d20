import Foundation

/// Measures responses of the gateway. The floor is a bare Hummingbird server that responds with the
/// same bytes from memory.
func measureHTTP(in setting: Setting, _ results: inout Results) async throws {
  let site = try HTTPSite(in: setting)
  defer { site.stop() }
  for (name, path) in [
    ("20 workspaces", "/v1/organizations/workspaces?limit=20"),
    ("an API key", "/v1/organizations/api_keys/\(site.apiKey)"),
  ] {
    let floor = try FloorServer(respondingWith: site.get(path), in: setting.scratch)
    defer { floor.stop() }
    for _ in 0..<setting.rounds {
      let bare = try WrkRun(floor.url, script: site.script)
      let full = try WrkRun("\(site.url)\(path)", script: site.script)
      guard full.failures == 0 else { throw BenchError("\(path) failed \(full.failures) times") }
      results.add(
        "HTTP, \(name)", "/s", full.rate, floor: bare.rate, target: .atLeast(floors: 0.5))
      results.add("HTTP, \(name), p99", "µs", full.p99, floor: bare.p99, target: .atMost(floors: 2))
    }
  }
}

/// A served installation with workspaces and an API key.
private struct HTTPSite {
  let url: String
  /// The id of an API key.
  let apiKey: String
  /// The script that tells wrk which headers to send. It is a file, since every user can see a
  /// process's arguments.
  let script: URL
  private let server: Process
  private let curlConfiguration: URL

  init(in setting: Setting) throws {
    let environment = ["STEWARD_DATA": setting.data().path]
    func steward(_ arguments: String...) throws -> String {
      try Program.run(setting.steward, arguments, environment: environment)
        .trimmingCharacters(in: .whitespacesAndNewlines)
    }
    let password = setting.scratch.appendingPathComponent("password")
    try Data("correct horse battery staple".utf8).write(to: password)
    let claim = try steward(
      "init", "--org", "Bench", "--name", "Bench", "--email", "bench@example.com",
      "--password-file", password.path, "--output", "json")
    guard let key = claim.firstMatch(of: #/sk-stw-admin01-\w+/#)?.output else {
      throw BenchError("init printed no admin key")
    }
    for number in 1...25 {
      _ = try steward("workspaces", "create", "Workspace \(number)", "--tag", "number=\(number)")
    }
    apiKey = try steward("keys", "issue", "Bench", "--output", "id")

    let headers = ["x-api-key": String(key), "anthropic-version": "2023-06-01"]
    script = setting.scratch.appendingPathComponent("headers.lua")
    try Data(headers.map { "wrk.headers[\"\($0)\"] = \"\($1)\"\n" }.joined().utf8)
      .write(to: script)
    curlConfiguration = setting.scratch.appendingPathComponent("curl")
    try Data(headers.map { "header = \"\($0): \($1)\"\n" }.joined().utf8)
      .write(to: curlConfiguration)

    server = Program.process(
      setting.steward,
      ["serve", "--http", "127.0.0.1:0", "--set", "gateway.rate_limit=0"],
      environment: environment)
    let said = Pipe()
    server.standardError = said
    try server.run()
    url = try said.firstText(matching: "http://127.0.0.1:[0-9]+")
  }

  /// Returns the body of a response.
  func get(_ path: String) throws -> String {
    try Program.run(
      URL(fileURLWithPath: "/usr/bin/curl"),
      ["-sf", "-K", curlConfiguration.path, "\(url)\(path)"])
  }

  func stop() {
    server.terminate()
    server.waitUntilExit()
  }
}

/// The bare Hummingbird server.
private struct FloorServer {
  let url: String
  private let server: Process

  init(respondingWith body: String, in scratch: URL) throws {
    let file = scratch.appendingPathComponent("body")
    try Data(body.utf8).write(to: file)
    server = Program.process(Program.beside("floor-http"), [file.path], environment: [:])
    let said = Pipe()
    server.standardOutput = said
    server.standardError = FileHandle.nullDevice
    try server.run()
    url = "http://127.0.0.1:\(try said.firstText(matching: "[0-9]+"))/"
  }

  func stop() {
    server.terminate()
    server.waitUntilExit()
  }
}

/// One run of wrk: 32 connections for four seconds.
private struct WrkRun {
  let rate: Double
  /// The 99th percentile of the latency, in microseconds.
  let p99: Double
  let failures: Int

  init(_ url: String, script: URL) throws {
    let text = try Program.run(
      URL(fileURLWithPath: "/usr/bin/wrk"),
      ["-t1", "-c32", "-d4s", "--latency", "-s", script.path, url])
    guard let rate = text.firstMatch(of: #/Requests\/sec: +([0-9.]+)/#)?.output.1,
      let p99 = text.firstMatch(of: #/99% +([0-9.]+)(us|ms|s)/#)?.output
    else { throw BenchError("wrk printed no figures: \(text)") }
    self.rate = Double(rate) ?? 0
    self.p99 = (Double(p99.1) ?? 0) * (p99.2 == "us" ? 1 : p99.2 == "ms" ? 1e3 : 1e6)
    failures =
      text.firstMatch(of: #/Non-2xx or 3xx responses: ([0-9]+)/#).flatMap {
        Int($0.output.1)
      } ?? 0
  }
}

extension Pipe {
  /// Reads until there is a whole line that matches the pattern, and returns the matching text.
  /// Continues to read afterwards, so that the writer never waits.
  fileprivate func firstText(matching pattern: String) throws -> String {
    let expression = try NSRegularExpression(pattern: pattern)
    var text = ""
    while true {
      let data = fileHandleForReading.availableData
      guard !data.isEmpty else { throw BenchError("a server ended before it served: \(text)") }
      text += String(decoding: data, as: UTF8.self)
      let range = NSRange(text.startIndex..., in: text)
      guard text.hasSuffix("\n"), let match = expression.firstMatch(in: text, range: range),
        let found = Range(match.range, in: text)
      else { continue }
      fileHandleForReading.readabilityHandler = { _ = $0.availableData }
      return String(text[found])
    }
  }
}
