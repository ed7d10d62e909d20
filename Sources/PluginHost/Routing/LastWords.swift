internal import HostProtos

/// Where more is said of why a plugin failed: in its log, which a daemon keeps, or here, where the
/// host ends with the command that started it.
struct LastWords: Hashable, Sendable {
  private static let most = 10

  /// What the plugin wrote last to standard output and error; `nil` where the log is kept.
  private let lines: [String]?

  /// The log is kept.
  static let kept = LastWords(lines: nil)

  private init(lines: [String]?) { self.lines = lines }

  /// The log ends with the host.
  init(of log: LogRing) {
    lines = log.last(Self.most).filter { $0.source != LogRing.hostSource }.map(\.text)
  }

  /// Says where to look, or what there is to see.
  func text(of plugin: String) -> String {
    guard let lines else { return "See: steward plugin logs \(plugin)" }
    guard !lines.isEmpty else { return "It wrote nothing." }
    return "It wrote:\n" + lines.map { "  \($0)" }.joined(separator: "\n")
  }

  /// The same, with what to do once the plugin is mended.
  func remedy(for plugin: String) -> String {
    guard lines == nil else { return text(of: plugin) }
    return "\(text(of: plugin)); once it is mended: steward plugin reload \(plugin)"
  }
}
