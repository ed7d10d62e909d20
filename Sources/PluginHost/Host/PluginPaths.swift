internal import Glibc

/// Where plugins are looked for.
public struct PluginPaths: Hashable, Sendable {
  /// Folders that the operator names. Of two plugins of one name, the one on the earlier path counts.
  public var given: [String]
  /// Folders of the plugins that come with Steward, which no other plugin can take the place of.
  public var bundled: [String]

  /// Creates the paths of a host, in the order in which they are searched.
  public init(given: [String] = [], bundled: [String] = []) {
    self.given = given
    self.bundled = bundled
  }

  /// Every path, those that the operator names first.
  public var all: [String] { given + bundled }

  /// Returns the paths that a command was given, then those of `STEWARD_PLUGIN_PATH`, and the place
  /// where plugins are installed beside the program.
  ///
  /// - Parameters:
  ///   - options: The values of `--plugin-path`, each one path or several with colons between.
  ///   - environment: The environment of the program.
  ///   - executable: The program's own path; by default, that of this process.
  public static func standard(
    options: [String], environment: [String: String], executable: String? = nil
  ) -> PluginPaths {
    let given = (options + [environment["STEWARD_PLUGIN_PATH"] ?? ""])
      .flatMap { $0.split(separator: ":").map(String.init) }
    let program = executable ?? FileContents.resolved("/proc/self/exe")
    return PluginPaths(given: given, bundled: [program.flatMap(installed)].compactMap { $0 })
  }

  private static func installed(beside executable: String) -> String? {
    guard let slash = executable.lastIndex(of: "/") else { return nil }
    let place = "\(executable[..<slash])/../libexec/steward/plugins"
    return FileContents.resolved(place) ?? place
  }
}

extension PluginPaths: ExpressibleByArrayLiteral {
  /// Creates paths that the operator names.
  public init(arrayLiteral given: String...) {
    self.init(given: given)
  }
}
