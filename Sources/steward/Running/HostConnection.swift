internal import IPC
internal import PluginHost

/// The way to a host: the running one, or one of our own for as long as the command lasts.
enum HostConnection {
  /// Runs `body` with a channel to the host of the data directory, and leaves nothing behind.
  ///
  /// - Parameter makingInstallation: Whether an installation is made where there is none.
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

  /// How a host of this process is set up.
  static func configuration(
    _ options: GlobalOptions, session: Session
  ) throws -> HostConfiguration {
    HostConfiguration(
      dataDirectory: try options.dataDirectory(
        environment: session.environment, currentDirectory: session.currentDirectory),
      pluginPaths: PluginPaths.standard(
        options: options.pluginPath, environment: session.environment),
      masterKey: .standard(environment: session.environment), version: Steward.version)
  }

  /// Closes in a task of its own: modules must be stopped in order even when the command was
  /// interrupted, and this task is then cancelled.
  private static func close(_ access: HostAccess) async {
    await Task { await access.close() }.value
  }
}
