internal import AdminProtos
internal import ArgumentParser
internal import GoogleProtos
internal import HostProtos
internal import HostServices
internal import IPC
internal import Platform
internal import ProtobufRuntime
internal import Status

/// `steward status`.
struct StatusCommand: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show whether a host runs, and the state of its plugins.")

  @Flag(help: "Exit with code 24 unless a host runs, for monitoring.")
  var check = false

  @OptionGroup var global: GlobalOptions

  func run(over channel: any Channel, in session: Session) async throws {
    let report = try await report(over: channel)
    try print(report, in: session)
    guard !check || !report.ids.isEmpty else { throw Status.notRunning }
  }

  func report(over channel: any Channel) async throws -> Report {
    let status = try await HostClient(channel).getStatus(GetStatusRequest(), options: callOptions)
    let json = try status.running()
    let plugins = try Report(
      of: status, items: status.plugins, columns: PluginStatus.columns(now: WallClock.seconds),
      id: \.name)
    let card = status.card(now: WallClock.seconds)
    return Report(
      response: json, items: [json], ids: status.isServing ? [String(status.pid)] : [],
      readable: { card.text(style: $0) + "\n" + plugins.readable($0) },
      note: status.isServing ? nil : "To start a host: steward serve")
  }
}

extension CheckpointShipping {
  /// The target of the checkpoints, with the last revision that was shipped or the problem.
  fileprivate var text: String {
    guard problem.isEmpty else { return "not shipped to \(target): \(problem)" }
    return revision == 0
      ? "none shipped to \(target) yet" : "shipped to \(target), up to revision \(revision)"
  }
}

extension Status {
  fileprivate static let notRunning = Status(
    .unavailable, reason: "HOST_NOT_RUNNING",
    message: "No host runs on this data directory. Start one: steward serve")
}

extension HostStatus {
  /// Returns the status as JSON. Adds whether a host runs. If none runs, leaves out the values that
  /// are only true of this command's own process.
  fileprivate func running() throws -> JSONValue {
    var json = try wholeJSON()
    guard case .object(var members) = json else { return json }
    if !isServing {
      members.removeAll { ["pid", "started_at", "resident_bytes", "socket"].contains($0.0) }
    }
    members.insert(("running", .bool(isServing)), at: 0)
    json = .object(members)
    return json
  }

  /// Whether the response is from a daemon, and not from a host inside this command.
  var isServing: Bool { !socket.isEmpty }

  /// Returns the lines about the host itself.
  func card(now: Int64) -> TextTable {
    var lines = [("data directory", dataDirectory), ("revision", String(revision))]
    if isServing {
      let uptime = startedAt.map { Amounts.elapsed(seconds: now - $0.seconds) } ?? "-"
      lines += [
        ("pid", String(pid)), ("uptime", uptime), ("memory", Amounts.bytes(residentBytes)),
        ("socket", socket), ("version", version),
      ]
      for plugin in plugins {
        let aside = plugin.state == "failed" ? ", failed" : ""
        lines += plugin.listeners.map { ($0.name, "\($0.address) (plugin \(plugin.name)\(aside))") }
      }
    }
    if let shipping = checkpointShipping { lines.append(("audit checkpoints", shipping.text)) }
    let host = TextTable.Cell(isServing ? "running" : "not running", isServing ? .green : .yellow)
    return TextTable(
      rows: [[.init("host", .dim), host]] + lines.map { [.init($0.0, .dim), .init($0.1)] })
  }
}
