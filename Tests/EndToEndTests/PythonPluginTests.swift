import Foundation
import Testing

/// The plugin in `Tests/Fixtures/python` knows nothing of Steward except `proto`. What works here
/// can be written in any language.
@Suite("A plugin in Python")
struct PythonPluginTests {
  @Test("A unary method of a plugin in Python responds", arguments: [false, true])
  func unary(withDaemon: Bool) async throws {
    let session = try await PythonSession(withDaemon: withDaemon)
    let sum = try await session.call("Tally/Add", "-d", #"{"numbers": [1, 2, "-40"]}"#)
    #expect(sum.status == 0, "\(sum.errors)")
    #expect(try sum.values() == ["-37"])
    try await session.end()
  }

  @Test("A stream far beyond its window arrives whole and in order", arguments: [false, true])
  func serverStream(withDaemon: Bool) async throws {
    let session = try await PythonSession(withDaemon: withDaemon)
    let numbers = try await session.call(
      "Tally/Count", "-d", #"{"to": 600, "payload_bytes": 4096}"#)
    #expect(numbers.status == 0, "\(numbers.errors)")
    #expect(try numbers.values() == (1...600).map(String.init))
    #expect(numbers.output.utf8.count > 600 * 4096)
    try await session.end()
  }

  @Test("A plugin takes a stream of requests far beyond its window", arguments: [false, true])
  func clientStream(withDaemon: Bool) async throws {
    let session = try await PythonSession(withDaemon: withDaemon)
    let padding = Data(count: 4096).base64EncodedString()
    let lines = (1...600).map { #"{"value": \#($0), "padding": "\#(padding)"}"# }
    let sum = try await session.call("Tally/Total", "-d", "-", input: lines.joined(separator: "\n"))
    #expect(sum.status == 0, "\(sum.errors)")
    #expect(try sum.values() == ["180300"])
    try await session.end()
  }

  @Test("Both sides of a call can stream at the same time", arguments: [false, true])
  func bidirectional(withDaemon: Bool) async throws {
    let session = try await PythonSession(withDaemon: withDaemon)
    let padding = Data(count: 4096).base64EncodedString()
    let lines = (1...500).map { #"{"value": \#($0), "padding": "\#(padding)"}"# }
    let echo = try await session.call("Tally/Echo", "-d", "-", input: lines.joined(separator: "\n"))
    #expect(echo.status == 0, "\(echo.errors)")
    #expect(try echo.values() == (1...500).map(String.init))
    try await session.end()
  }

  @Test("A call with an empty stream of requests succeeds", arguments: ["Total", "Echo"])
  func emptyStream(method: String) async throws {
    let session = try await PythonSession(withDaemon: false)
    let outcome = try await session.call("Tally/\(method)", "-d", "-")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try outcome.values() == (method == "Total" ? ["0"] : []))
  }

  @Test("A plugin calls another plugin on behalf of the operator", arguments: [false, true])
  func callsAnother(withDaemon: Bool) async throws {
    let session = try await PythonSession(withDaemon: withDaemon)
    for name in ["Acme", "Globex", "Initech"] {
      let created = try await session.shell.steward("orgs", "create", name)
      #expect(created.status == 0, "\(created.errors)")
    }
    // Pages of two make a second request necessary.
    let count = try await session.call("Tally/CountOrganizations", "-d", #"{"page_size": 2}"#)
    #expect(count.status == 0, "\(count.errors)")
    #expect(try count.values() == ["3"])
    try await session.end()
  }

  @Test("A refusal by the called plugin reaches the client in its own words")
  func calledPluginRefuses() async throws {
    let session = try await PythonSession(withDaemon: false)
    let count = try await session.call("Tally/CountOrganizations", "-d", #"{"page_size": 1001}"#)
    #expect(count.status == 13)
    #expect(count.errors.contains("limit") && count.errors.contains("1001"), "\(count.errors)")
    #expect(count.output.isEmpty)
  }

  static let refusals = [
    Refusal(22, ["call", "Tally/Subtract", "-d", "{}"], naming: "Subtract", "Count"),
    Refusal(13, ["call", "Tally/Add", "-d", #"{"numbers": "#], naming: "line 1"),
    Refusal(13, ["call", "Tally/Add", "-d", #"{"numbers": ["one"]}"#], naming: "numbers", "one"),
    Refusal(13, ["call", "Tally/Add", "-d", #"{"figures": [1]}"#], naming: "figures"),
    Refusal(
      13, ["call", "Tally/Add", "-d", #"{"numbers": ["9223372036854775807", 1]}"#],
      naming: "9223372036854775808"),
    Refusal(
      13, ["call", "Tally/Count", "-d", #"{"to": 1, "payload_bytes": 1048577}"#],
      naming: "payload_bytes", "1048577"),
  ]

  @Test("Refusals by the host and by the plugin name their cause", arguments: refusals)
  func refused(_ refusal: Refusal) async throws {
    let session = try await PythonSession(withDaemon: false)
    let outcome = try await session.shell.run(refusal.arguments + ["--plugin-path", "plugins"])
    #expect(outcome.status == refusal.status, "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    for word in refusal.words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
  }

  @Test(
    "A call that runs out of time ends, and the plugin serves the next", arguments: [false, true])
  func timeout(withDaemon: Bool) async throws {
    let session = try await PythonSession(withDaemon: withDaemon)
    let wait = try await session.call("Tally/Wait", "-d", "{}", "--timeout", "300ms")
    #expect(wait.status == 14, "\(wait.errors)")
    let sum = try await session.call("Tally/Add", "-d", #"{"numbers": [1]}"#)
    #expect(try sum.values() == ["1"])
    try await session.end()
  }

  @Test("A plugin's output goes to its log, and does not disturb its connection")
  func log() async throws {
    let session = try await PythonSession(withDaemon: true)
    for _ in 1...3 {
      let sum = try await session.call("Tally/Add", "-d", #"{"numbers": [1, 2]}"#)
      #expect(try sum.values() == ["3"])
    }
    // The log takes another way than the response, and may arrive later. The command follows the
    // log until the lines arrive.
    let logs = try await session.shell.bash(
      "steward plugin logs tally --follow --timeout 20s | grep --max-count=3 'adding 2 numbers'")
    #expect(logs.lines.count == 3, "\(logs.output)\(logs.errors)")
    try await session.end()
  }

  @Test("A plugin that is reloaded ends with status 0, and its successor serves")
  func reload() async throws {
    let session = try await PythonSession(withDaemon: true)
    #expect(try await session.call("Tally/Add", "-d", "{}").status == 0)
    let reloaded = try await session.shell.steward("plugin", "reload", "tally")
    #expect(reloaded.status == 0, "\(reloaded.errors)")
    let sum = try await session.call("Tally/Add", "-d", #"{"numbers": [5]}"#)
    #expect(try sum.values() == ["5"])
    let logs = try await session.shell.bash(
      "steward plugin logs tally --follow --timeout 20s | grep --max-count=1 'process ended'")
    #expect(logs.output.contains("exit status 0"), "\(logs.output)\(logs.errors)")
    try await session.end()
  }
}

/// A shell with the Python plugin in `plugins`, with or without a daemon that runs it.
private struct PythonSession {
  let shell: Shell
  let daemon: Daemon?

  init(withDaemon: Bool) async throws {
    shell = try Shell()
    try await shell.assembleTally()
    let accepted = try await shell.steward(
      "plugin", "trust", "tally", "--yes", "--plugin-path", "plugins")
    try #require(accepted.status == 0, "\(accepted.errors)")
    daemon = withDaemon ? try await Daemon(shell, "--plugin-path", "plugins") : nil
  }

  /// Runs `steward call`, which prints one message per line.
  func call(_ arguments: String..., input: String = "") async throws -> Outcome {
    let path = daemon == nil ? ["--plugin-path", "plugins"] : []
    return try await shell.run(
      ["call"] + arguments + ["--output", "jsonl"] + path, input: input)
  }

  /// Stops the daemon, if there is one, as a user does.
  func end() async throws {
    if let daemon { #expect(try await daemon.stop() == 0) }
  }
}

extension Shell {
  /// Assembles the plugin as its author does: its files, and the output of protoc for its protos.
  fileprivate func assembleTally() async throws {
    let source = Installation.checkout.appendingPathComponent("Tests/Fixtures/python/tally")
    let folder = directory.appendingPathComponent("plugins/tally")
    try Installation.copy(source, to: folder)
    let protos = Installation.checkout.appendingPathComponent("proto").path
    let compiled = try await bash(
      """
      cd plugins/tally && protoc --include_imports --include_source_info \
        --descriptor_set_out=descriptors.pb -I . -I '\(protos)' \
        tally.proto steward/ipc/v1/ipc.proto steward/orgs/v1/orgs.proto
      """)
    try #require(compiled.status == 0, "\(compiled.errors)")
  }
}

extension Outcome {
  /// Returns the field `value` of each line.
  fileprivate func values() throws -> [String] {
    try lines.map { line in
      let message = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(message?["value"] as? String, "\(line.prefix(200)) \(errors)")
    }
  }
}
