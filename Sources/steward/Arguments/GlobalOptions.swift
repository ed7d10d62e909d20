internal import ArgumentParser

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
