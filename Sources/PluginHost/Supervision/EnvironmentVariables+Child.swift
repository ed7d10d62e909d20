internal import Platform

extension EnvironmentVariables {
  private static let inherited: Set<String> = ["PATH", "LANG", "TZ", "TMPDIR"]
  private static let standardPath = "/usr/local/bin:/usr/bin:/bin"

  /// Returns the environment of a plugin: what a program needs for its language, and to find the
  /// standard tools. It has no variable that was exported for another purpose.
  static func ofChild(from environment: [String: String] = current) -> [String] {
    var chosen = environment.filter { inherited.contains($0.key) || $0.key.hasPrefix("LC_") }
    chosen["PATH"] = chosen["PATH"] ?? standardPath
    // Otherwise Swift would print registers and the memory to which they point into the plugin's
    // log. That memory may contain secrets, and the next start would wait until all of it is
    // printed.
    chosen["SWIFT_BACKTRACE"] = "enable=no"
    return chosen.map { "\($0.key)=\($0.value)" }.sorted()
  }
}
