internal import ArgumentParser
internal import GoogleProtos
internal import HostProtos
internal import HostServices
internal import IPC
internal import Platform

/// `steward plugin`.
struct PluginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin",
    abstract: "Manage the plugins of the host.",
    subcommands: [
      ListPlugins.self, PluginInfo.self, PluginStatistics.self, PluginLogs.self, InstallPlugin.self,
      ReloadPlugin.self,
      TrustPlugin.self,
    ])
}

/// `steward plugin list`.
struct ListPlugins: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the plugins in start order.",
    aliases: ["ls"])

  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let response = try await HostClient(channel).listPlugins(
      ListPluginsRequest(), options: callOptions)
    return try Report(
      of: response, items: response.plugins, columns: PluginStatus.columns(now: WallClock.seconds),
      id: \.name, note: response.plugins.isEmpty ? Self.hint : nil)
  }

  private static let hint = "No plugins were found. Name their directory: --plugin-path DIR"
}

/// `steward plugin reload`.
struct ReloadPlugin: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "reload",
    abstract: "Replace a plugin's process with a new one; no call fails.",
    discussion: "Starts a plugin at once if it waits for its next start after a crash.")

  @Argument(help: "The plugin's name.")
  var name: String

  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let plugin = try await HostClient(channel).reload(
      ReloadRequest(name: name), options: callOptions)
    return try Report(of: plugin)
  }
}

extension Report {
  /// Creates a report of one plugin: a table with one row.
  init(of plugin: PluginStatus) throws {
    try self.init(
      of: plugin, items: [plugin], columns: PluginStatus.columns(now: WallClock.seconds),
      id: \.name)
  }
}

extension PluginStatus {
  /// Returns the columns of a table of plugins. `now` is in seconds since 1970.
  static func columns(now: Int64) -> [Column<PluginStatus>] {
    [
      Column("NAME") { $0.name },
      Column("VERSION") { $0.version },
      Column("STATE", \.stateCell),
      Column("PID") { $0.pid.map(String.init) ?? "-" },
      Column("UPTIME") { $0.uptime(now: now) },
      Column("RESTARTS") { String($0.restarts) },
      Column("MEMORY") { $0.residentBytes.map(Amounts.bytes) ?? "-" },
      Column("TRUST", \.trustCell),
    ]
  }

  /// Returns how long the plugin's process has run; a dash if there is no process.
  func uptime(now: Int64) -> String {
    guard pid != nil, let startedAt else { return "-" }
    return Amounts.elapsed(seconds: now - startedAt.seconds)
  }
}

extension PluginStatus {
  /// The state: `ready`, `backing off`.
  var stateCell: TextTable.Cell {
    let ink: Style.Ink? =
      switch state {
      case "ready": .green
      case "failed": .red
      case "starting", "draining", "backing_off": .yellow
      default: nil
      }
    return TextTable.Cell(state.spaced, ink)
  }

  /// The trust in the plugin: `bundled`, `not needed`, `needs acceptance`.
  var trustCell: TextTable.Cell {
    switch trust {
    case "": TextTable.Cell("-")
    case "accepted": TextTable.Cell("trusted")
    case "needed": TextTable.Cell("needs acceptance", .yellow)
    case "changed": TextTable.Cell(trust, .yellow)
    default: TextTable.Cell(trust.spaced)
    }
  }
}

extension String {
  /// A value of the protocol as words for people: `backing off`.
  fileprivate var spaced: String { replacing("_", with: " ") }
}
