internal import Glibc

/// Where modules are looked for: of two modules of one name, the one on the earlier path is used.
public enum PluginPaths {
  /// Returns the paths that a command was given, then those of `STEWARD_PLUGIN_PATH`, then the place
  /// where modules are installed beside the program.
  ///
  /// - Parameters:
  ///   - options: The values of `--plugin-path`, each one path or several with colons between.
  ///   - environment: The environment of the program.
  ///   - executable: The program's own path; by default, that of this process.
  public static func standard(
    options: [String], environment: [String: String], executable: String? = nil
  ) -> [String] {
    let given = (options + [environment["STEWARD_PLUGIN_PATH"] ?? ""])
      .flatMap { $0.split(separator: ":").map(String.init) }
    let program = executable ?? FileContents.resolved("/proc/self/exe")
    return given + [program.flatMap(installed)].compactMap { $0 }
  }

  private static func installed(beside executable: String) -> String? {
    guard let slash = executable.lastIndex(of: "/") else { return nil }
    let place = "\(executable[..<slash])/../libexec/steward/plugins"
    return FileContents.resolved(place) ?? place
  }
}
