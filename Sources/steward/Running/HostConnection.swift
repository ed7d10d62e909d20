internal import Glibc
internal import IPC
internal import PluginHost

/// The connection to a host: the running host, or one of our own that lives as long as the command.
enum HostConnection {
  /// Runs `body` with a channel to the host of the data directory, and closes the connection after
  /// it.
  ///
  /// - Parameter makingInstallation: Whether an installation is created if there is none.
  static func with<Result: Sendable>(
    _ options: GlobalOptions, session: Session, makingInstallation: Bool,
    _ body: (any Channel) async throws -> Result
  ) async throws -> Result {
    var configuration = try configuration(options, session: session)
    configuration.makesInstallation = makingInstallation
    let access = try await HostAccess.open(configuration)
    do {
      let result = try await body(
        try await options.credential.channel(over: access.channel, in: session))
      await close(access)
      return result
    } catch {
      await close(access)
      throw error
    }
  }

  /// Returns the configuration of a host in this process.
  static func configuration(
    _ options: GlobalOptions, session: Session
  ) throws -> HostConfiguration {
    for path in options.pluginPath.flatMap({ $0.split(separator: ":") }) {
      try check(pluginPath: String(path), in: session.currentDirectory)
    }
    return HostConfiguration(
      dataDirectory: try options.dataDirectory(
        environment: session.environment, currentDirectory: session.currentDirectory),
      pluginPaths: PluginPaths.standard(
        options: options.pluginPath, environment: session.environment),
      masterKey: .standard(environment: session.environment), version: Steward.version)
  }

  /// Throws if a plugin path is not a directory, or is a plugin instead of the directory that holds
  /// it.
  private static func check(pluginPath path: String, in directory: String) throws {
    let place = path.absolutePath(in: directory)
    var information = stat()
    guard stat(place, &information) == 0, information.st_mode & S_IFMT == S_IFDIR else {
      throw UsageError("--plugin-path '\(path)' is not a directory; name a directory of plugins.")
    }
    guard access("\(place)/plugin.json", F_OK) != 0 else {
      let parent = place.lastIndex(of: "/").map { String(place[..<$0]) } ?? "/"
      throw UsageError(
        "--plugin-path '\(path)' is a plugin; name the directory that contains it: --plugin-path "
          + parent.shellQuoted)
    }
  }

  /// Closes the connection in a task of its own. Plugins must be stopped in order even if the
  /// command was interrupted, which cancels the current task.
  private static func close(_ access: HostAccess) async {
    await Task { await access.close() }.value
  }
}
