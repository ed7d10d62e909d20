import GoogleProtos
import HTML
import HostProtos
import HostServices
import IPC

/// The newest lines of a plugin's log, filtered by their source and a text. With script it goes on,
/// and waits while the person reads further up.
struct PluginLog: Sendable {
  /// How many lines are shown at most.
  private static let shown: UInt32 = 1000
  private static let sources = ["stdout", "stderr", "host"]

  let visit: Visit
  let name: String
  private let lines: Loaded<[LogLine]>

  /// Reads the log.
  static func load(_ name: String, _ visit: Visit) async throws -> PluginLog {
    let (source, text) = (visit.query["source"], visit.query.trimmed("q"))
    let lines = try await visit.load {
      var lines: [LogLine] = []
      let log = try await HostClient(visit.host).logs(
        LogsRequest(name: name, tail: shown), options: visit.reading)
      for try await line in log {
        guard source.isEmpty || line.source == source, text.isEmpty || line.text.contains(text)
        else { continue }
        lines.append(line)
      }
      return lines
    }
    return PluginLog(visit: visit, name: name, lines: lines)
  }

  var drawing: Markup {
    section(.class("panel"), .ariaLabelledBy("log"), .data("refresh", "5")) {
      h2(.id("log")) { visit.text(.log) }
      filters
      visit.part(lines, .log) { lines in
        if lines.isEmpty {
          p { visit.text(.nothingMatches) }
        } else {
          pre(.class("log"), .tabindex(0), .ariaLabelledBy("log")) {
            for line in lines { draw(line) }
          }
        }
      }
    }
  }

  /// A line has an id, so that the script can count what is new.
  private func draw(_ line: LogLine) -> Markup {
    let time = line.time.map { CivilTime($0).machine } ?? ""
    let micros = UInt64(line.time?.seconds ?? 0) * 1_000_000 + UInt64(line.time?.nanos ?? 0) / 1000
    return span(.id(ElementID("line-", String(micros)))) {
      "\(time) \(line.source) \(line.text)\n"
    }
  }

  private var filters: Markup {
    let (address, chosen) = (Address("/console/plugins").appending(name), visit.query["source"])
    return form(.class("filters"), .action(address), .method(.get), .role("search")) {
      input(
        .type(.search), .name("q"), .value(visit.query["q"]), .ariaLabel(visit.text(.findLine)),
        .placeholder(visit.text(.findLine)), .maxlength(100), .autocomplete("off"))
      select(.name("source"), .ariaLabel(visit.text(.anySource))) {
        option(.value(""), text: visit.text(.anySource))
        for one in Self.sources { option(.value(one), .selected(one == chosen), text: one) }
      }
      button(.type(.submit)) { visit.text(.find) }
    }
  }
}
