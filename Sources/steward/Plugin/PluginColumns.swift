internal import StewardProtos

extension PluginStatus {
  /// The columns of a table of modules. `now` is in seconds since 1970.
  static func columns(now: Int64) -> [Column<PluginStatus>] {
    [
      Column("NAME") { $0.name },
      Column("VERSION") { $0.version },
      Column("STATE") { TextTable.Cell($0.state.word, $0.state.ink) },
      Column("PID") { $0.pid.map(String.init) ?? "-" },
      Column("UPTIME") { $0.uptime(now: now) },
      Column("RESTARTS") { String($0.restarts) },
      Column("MEMORY") { $0.residentBytes.map(Amounts.bytes) ?? "-" },
      Column("TRUST") { TextTable.Cell($0.trust.word, $0.trust.ink) },
    ]
  }

  /// How long its process has run; a dash while there is none.
  func uptime(now: Int64) -> String {
    guard pid != nil, let startedAt else { return "-" }
    return Amounts.elapsed(seconds: now - startedAt.seconds)
  }
}

extension PluginStatus.Trust {
  /// How far the plugin is trusted: `bundled`, `not needed`, `needs acceptance`.
  var word: String {
    switch self {
    case .unspecified: "-"
    case .bundled: "bundled"
    case .notNeeded: "not needed"
    case .accepted: "trusted"
    case .needed: "needs acceptance"
    case .changed: "changed"
    default: "unknown (\(rawValue))"
    }
  }

  var ink: Style.Ink? { self == .needed || self == .changed ? .yellow : nil }
}

extension PluginStatus.State {
  /// The state in a word: `ready`, `backing off`.
  var word: String {
    guard let name else { return "unknown (\(rawValue))" }
    return name.replacing("STATE_", with: "").replacing("_", with: " ").lowercased()
  }

  var ink: Style.Ink? {
    switch self {
    case .ready: .green
    case .failed: .red
    case .starting, .draining, .backingOff: .yellow
    default: nil
    }
  }
}
