internal import ArgumentParser

/// `steward plugin`.
struct PluginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin",
    abstract: "See and manage the plugins that the host runs.",
    subcommands: [
      ListPlugins.self, PluginInfo.self, PluginLogs.self, InstallPlugin.self, ReloadPlugin.self,
      TrustPlugin.self,
    ])
}
