internal import ArgumentParser
internal import Glibc
internal import IPC
internal import PluginHost

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The data directory. (default: STEWARD_DATA or ~/.local/share/steward)", valueName: "dir"))
  var data: String?

  @Option(
    help: ArgumentHelp(
      "A directory of plugins, searched before STEWARD_PLUGIN_PATH; may be repeated.",
      valueName: "dir"))
  var pluginPath: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The output format; id prints only ids.", valueName: "format"))
  var output: OutputFormat?

  @Option(
    help: ArgumentHelp(
      "The time limit of each call, such as 500ms, 10s or 2m.", valueName: "duration"))
  var timeout: TimeSpan?

  @OptionGroup var credential: CredentialOptions

  @Flag(name: .shortAndLong, help: "Print only data and errors, without hints and notes.")
  var quiet = false

  func validate() throws {
    try Self.refuseEmpty(data, "--data")
    for path in pluginPath { try Self.refuseEmpty(path, "--plugin-path") }
  }

  private static func refuseEmpty(_ path: String?, _ option: String) throws {
    guard path?.isEmpty != true else {
      throw ValidationError("\(option) is empty; name a directory, or leave the option out.")
    }
  }
}

extension GlobalOptions {
  /// Returns the data directory as an absolute path: the option, STEWARD_DATA, or XDG's default.
  func dataDirectory(environment: [String: String], currentDirectory: String) throws -> String {
    if let chosen = data ?? environment["STEWARD_DATA"].nonEmpty {
      return chosen.absolutePath(in: currentDirectory)
    }
    // XDG: "All paths must be absolute". A relative path is ignored.
    if let base = environment["XDG_DATA_HOME"].nonEmpty, base.hasPrefix("/") {
      return base + "/steward"
    }
    guard let home = environment["HOME"].nonEmpty else {
      throw UsageError("HOME is not set, so there is no default data directory; give --data DIR.")
    }
    return home + "/.local/share/steward"
  }

  /// Returns the configuration of a host in this process.
  func hostConfiguration(in session: Session) throws -> HostConfiguration {
    for path in pluginPath.flatMap({ $0.split(separator: ":") }) {
      try Self.check(pluginPath: String(path), in: session.currentDirectory)
    }
    return HostConfiguration(
      dataDirectory: try dataDirectory(
        environment: session.environment, currentDirectory: session.currentDirectory),
      pluginPaths: PluginPaths.standard(options: pluginPath, environment: session.environment),
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

  /// Runs `body` with a channel to the host of the data directory, and closes the channel after it.
  /// The host is the one that runs, or one of our own that lives as long as the command.
  ///
  /// - Parameter makingInstallation: Whether an installation is created if there is none.
  func withHost<Result: Sendable>(
    in session: Session, makingInstallation: Bool,
    _ body: (any Channel) async throws -> Result
  ) async throws -> Result {
    var configuration = try hostConfiguration(in: session)
    configuration.makesInstallation = makingInstallation
    let access = try await HostAccess.open(configuration)
    do {
      let result = try await body(try await credential.channel(over: access.channel, in: session))
      await Self.close(access)
      return result
    } catch {
      await Self.close(access)
      throw error
    }
  }

  /// Closes the connection in a task of its own. Plugins must be stopped in order even if the
  /// command was interrupted, which cancels the current task.
  private static func close(_ access: HostAccess) async {
    await Task { await access.close() }.value
  }
}

extension Optional<String> {
  fileprivate var nonEmpty: String? { flatMap { $0.isEmpty ? nil : $0 } }
}

extension String {
  /// Returns the path as an absolute one. A relative path starts from `directory`.
  func absolutePath(in directory: String) -> String {
    hasPrefix("/") ? self : directory + "/" + self
  }
}
