internal import GoogleProtos
internal import HostProtos

extension PluginStatus {
  /// Returns the columns of a table of plugins. `now` is in seconds since 1970.
  static func columns(now: Int64) -> [Column<PluginStatus>] {
    [
      Column("NAME") { $0.name },
      Column("VERSION") { $0.version },
      Column("STATE", \.stateCell),
      Column("PID") { $0.pid.map(String.init) ?? "-" },
      Column("UPTIME") { $0.uptime(now: now) },
      Column("RESTARTS") { String($0.restarts) },
      Column("MEMORY") { $0.residentBytes.map(Amounts.bytes) ?? "-" },
      Column("TRUST", \.trustCell),
    ]
  }

  /// Returns how long the plugin's process has run; a dash if there is no process.
  func uptime(now: Int64) -> String {
    guard pid != nil, let startedAt else { return "-" }
    return Amounts.elapsed(seconds: now - startedAt.seconds)
  }
}

extension PluginStatus {
  /// The state: `ready`, `backing off`.
  var stateCell: TextTable.Cell {
    let ink: Style.Ink? =
      switch state {
      case "ready": .green
      case "failed": .red
      case "starting", "draining", "backing_off": .yellow
      default: nil
      }
    return TextTable.Cell(state.spaced, ink)
  }

  /// The trust in the plugin: `bundled`, `not needed`, `needs acceptance`.
  var trustCell: TextTable.Cell {
    switch trust {
    case "": TextTable.Cell("-")
    case "accepted": TextTable.Cell("trusted")
    case "needed": TextTable.Cell("needs acceptance", .yellow)
    case "changed": TextTable.Cell(trust, .yellow)
    default: TextTable.Cell(trust.spaced)
    }
  }
}

extension String {
  /// A value of the protocol as words for people: `backing off`.
  fileprivate var spaced: String { replacing("_", with: " ") }
}
