internal import AdminProtos
internal import ArgumentParser
internal import HostProtos
internal import HostServices
internal import IPC
internal import Platform
internal import PluginHost
internal import ProtobufRuntime
internal import Status

/// `steward plugin install`.
struct InstallPlugin: Verb {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Install a plugin for the host, or replace one, even while it runs.",
    discussion: """
      Copies the plugin's folder, and puts the copy in its place in one step. A plugin that runs \
      is then reloaded at once; no call fails. A plugin with grants must be accepted again if it \
      changed: steward plugin trust NAME
      """)

  @Argument(help: "The plugin's folder, with its plugin.json.")
  var folder: String

  @Option(
    help: ArgumentHelp(
      "The folder to install into. (default: the only one of --plugin-path and "
        + "STEWARD_PLUGIN_PATH)",
      valueName: "dir"))
  var into: String?

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws {
    let destination = try destination(in: session)
    let installation = try PluginInstallation(
      of: folder.absolutePath(in: session.currentDirectory), into: destination)
    let replaces = try installation.perform()
    session.console.note(
      "\(replaces ? "Replaced" : "Installed") plugin \(installation.name) in "
        + installation.place.singleLine)
    do {
      try await global.withHost(in: session, makingInstallation: false) {
        try await use(installation.name, from: destination, over: $0, in: session)
      }
    } catch let error as HostError where error.status.reason == .noInstallation {
      // Without an installation, there is no host yet that could use the plugin.
    }
  }

  /// Makes the host use the plugin: the host that runs, or else one inside this command.
  ///
  /// - Parameter directory: The directory into which the plugin was installed.
  func use(
    _ name: String, from directory: String, over channel: any Channel, in session: Session
  ) async throws {
    do {
      let plugin = try await HostClient(channel).reload(
        ReloadRequest(name: name), options: callOptions)
      try print(Report(of: plugin), in: session)
    } catch let status as Status where status.reason == .pluginNotFound {
      let host = try await HostClient(channel).getStatus(GetStatusRequest(), options: callOptions)
      session.console.note(Self.unseen(in: directory, isServing: host.isServing))
    } catch let status as Status where status.reason == .pluginNotTrusted {
      // The plugin is in its place. The operator's next step is to accept its grants.
      session.console.note(status.message)
    }
  }

  /// Returns the note on a plugin that the host doesn't find, because it doesn't search the
  /// directory.
  private static func unseen(in directory: String, isServing: Bool) -> String {
    let option = "--plugin-path \(directory.shellQuoted)"
    return isServing
      ? "The running host doesn't look for plugins there. Start it again with \(option), or "
        + "install the plugin into a folder that it searches."
      : "A host finds the plugin only with \(option), or with that folder in STEWARD_PLUGIN_PATH."
  }

  private func destination(in session: Session) throws -> String {
    if let into { return into.absolutePath(in: session.currentDirectory) }
    let given = Set(try global.hostConfiguration(in: session).pluginPaths.given).sorted()
    guard given.count == 1 else {
      throw UsageError(
        given.isEmpty
          ? "No plugin folder is given; add --into DIR, or --plugin-path DIR for every command."
          : "There are several plugin folders; choose one: --into DIR")
    }
    return given[0].absolutePath(in: session.currentDirectory)
  }
}
