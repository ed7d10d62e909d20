internal import ArgumentParser
internal import HostProtos
internal import HostServices
internal import IPC

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
