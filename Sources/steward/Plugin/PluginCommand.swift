internal import ArgumentParser

/// `steward plugin`.
struct PluginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin",
    abstract: "Manage the plugins of the host.",
    subcommands: [
      ListPlugins.self, PluginInfo.self, PluginLogs.self, InstallPlugin.self, ReloadPlugin.self,
      TrustPlugin.self,
    ])
}
