internal import ArgumentParser
internal import GoogleProtos
internal import HostProtos
internal import HostServices
internal import IPC
internal import Platform
internal import ProtobufRuntime

/// `steward plugin info`.
struct PluginInfo: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Show one plugin, and its last crash.")

  @Argument(help: "The plugin's name.")
  var name: String

  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let plugin = try await HostClient(channel).getPlugin(
      GetPluginRequest(name: name), options: callOptions)
    let json = try plugin.wholeJSON()
    let now = WallClock.seconds
    return Report(
      response: json, items: [json], ids: [plugin.name],
      readable: { plugin.readable(now: now, style: $0) })
  }
}

extension PluginStatus {
  /// Returns the plugin as text for people: its properties, its state and its last crash.
  func readable(now: Int64, style: Style) -> String {
    let lines: [(String, TextTable.Cell)] = [
      ("name", .init(name)), ("version", .init(version)),
      ("state", stateCell),
      ("pid", .init(pid.map(String.init) ?? "-")), ("uptime", .init(uptime(now: now))),
      ("restarts", .init(String(restarts))),
      ("memory", .init(residentBytes.map(Amounts.bytes) ?? "-")),
      ("calls in flight", .init(String(callsInFlight))),
      ("services", .init(services.joined(separator: ", "))),
      ("depends on", .init(dependsOn.joined(separator: ", "))),
      ("grants", .init(grants.joined(separator: ", "))),
      ("trust", trustCell), ("directory", .init(directory)),
    ]
    let table = TextTable(
      rows: lines.filter { !$0.1.text.isEmpty }.map { [TextTable.Cell($0.0, .dim), $0.1] })
    return table.text(style: style) + (lastCrash?.readable(now: now, style: style) ?? "")
  }
}

extension CrashReport {
  /// Returns the crash as text for people: the cause, the calls, the end of the log, and the
  /// remedy.
  fileprivate func readable(now: Int64, style: Style) -> String {
    // A plugin that could not be started has a problem, but no time of a crash.
    let title = time.map { "Last crash \(Amounts.elapsed(seconds: now - $0.seconds)) ago" }
    var lines = ["", style.paint("\(title ?? "Problem"): \(cause.singleLine)", .red)]
    if !calls.isEmpty {
      lines.append("It was serving: " + calls.joined(separator: ", ").singleLine)
    }
    if !log.isEmpty { lines += ["Its last log lines:"] + log.map { "  " + $0.singleLine } }
    if !remedy.isEmpty { lines.append(remedy.singleLine) }
    return lines.map { $0 + "\n" }.joined()
  }
}
