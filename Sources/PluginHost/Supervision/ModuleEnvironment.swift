/// The environment of a module: what a program needs to speak and to find the standard tools, and
/// nothing that somebody exported for another purpose.
enum ModuleEnvironment {
  private static let inherited: Set<String> = ["PATH", "LANG", "TZ", "TMPDIR"]
  private static let standardPath = "/usr/local/bin:/usr/bin:/bin"

  static func variables(from environment: [String: String]) -> [String] {
    var chosen = environment.filter { inherited.contains($0.key) || $0.key.hasPrefix("LC_") }
    chosen["PATH"] = chosen["PATH"] ?? standardPath
    return chosen.map { "\($0.key)=\($0.value)" }.sorted()
  }
}
