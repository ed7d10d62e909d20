internal import ArgumentParser
internal import HostProtos
internal import HostServices
internal import IPC

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
    return try Report(
      of: plugin, items: [plugin], columns: PluginStatus.columns(now: WallClock.seconds), id: \.name
    )
  }
}
