internal import HostProtos

/// The place that says more about why a plugin failed: the plugin's log if a daemon keeps it, or
/// the lines here if the host ends with the command that started it.
struct LastWords: Hashable, Sendable {
  private static let most = 10

  /// The last lines that the plugin wrote to standard output and standard error; `nil` if the log
  /// is kept.
  private let lines: [String]?

  /// The value of a host that keeps the log.
  static let kept = LastWords(lines: nil)

  private init(lines: [String]?) { self.lines = lines }

  /// Takes the last lines of a log that ends with the host.
  init(of log: LogRing) {
    lines = log.last(Self.most).filter { $0.source != LogRing.hostSource }.map(\.text)
  }

  /// Returns where to look, or what the plugin wrote.
  func text(of plugin: String) -> String {
    guard let lines else { return "See: steward plugin logs \(plugin)" }
    guard !lines.isEmpty else { return "It wrote nothing." }
    return "It wrote:\n" + lines.map { "  \($0)" }.joined(separator: "\n")
  }

  /// Returns the same text, with what to do once the plugin is repaired.
  func remedy(for plugin: String) -> String {
    guard lines == nil else { return text(of: plugin) }
    return "\(text(of: plugin)); once it is fixed: steward plugin reload \(plugin)"
  }
}
