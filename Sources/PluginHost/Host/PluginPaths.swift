internal import Glibc
internal import Platform

/// The folders in which plugins are looked for.
public struct PluginPaths: Hashable, Sendable {
  /// Folders that the operator names. Of two plugins with the same name, the one on the earlier
  /// path is chosen.
  public var given: [String]
  /// Folders of the plugins that come with Steward. No other plugin can replace one of these.
  public var bundled: [String]

  /// Creates the paths of a host, in the order in which they are searched.
  public init(given: [String] = [], bundled: [String] = []) {
    self.given = given
    self.bundled = bundled
  }

  /// Every path. The paths that the operator names come first.
  public var all: [String] { given + bundled }

  /// Returns the paths that a command was given, then those of `STEWARD_PLUGIN_PATH`, and the
  /// folder beside the program in which plugins are installed.
  ///
  /// - Parameters:
  ///   - options: The values of `--plugin-path`. Each is one path, or several separated by colons.
  ///   - environment: The environment of the program.
  ///   - executable: The path of the program; by default, that of this process.
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
