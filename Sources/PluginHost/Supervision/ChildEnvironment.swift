/// The environment of a plugin: what a program needs to speak and to find the standard tools, and
/// nothing that somebody exported for another purpose.
enum ChildEnvironment {
  private static let inherited: Set<String> = ["PATH", "LANG", "TZ", "TMPDIR"]
  private static let standardPath = "/usr/local/bin:/usr/bin:/bin"

  static func variables(from environment: [String: String]) -> [String] {
    var chosen = environment.filter { inherited.contains($0.key) || $0.key.hasPrefix("LC_") }
    chosen["PATH"] = chosen["PATH"] ?? standardPath
    // Swift would print registers and what they point to, which may be secrets, into the plugin's
    // log, and hold up the next start for as long as that takes.
    chosen["SWIFT_BACKTRACE"] = "enable=no"
    return chosen.map { "\($0.key)=\($0.value)" }.sorted()
  }
}
