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
    PluginLog(
      visit: visit, name: name, lines: try await visit.load { try await lines(of: name, visit) })
  }

  /// Returns the newest lines that the filter of the address selects, in any case.
  static func lines(of name: String, _ visit: Visit) async throws -> [LogLine] {
    let (source, text) = (visit.query["source"], visit.query.trimmed("q").lowercased())
    var lines: [LogLine] = []
    let log = try await HostClient(visit.host).logs(
      LogsRequest(name: name, tail: shown), options: visit.reading)
    for try await line in log {
      guard source.isEmpty || line.source == source,
        text.isEmpty || line.text.lowercased().contains(text)
      else { continue }
      lines.append(line)
    }
    return lines
  }

  private var address: Address { Address("/console/plugins").appending(name) }

  var drawing: Markup {
    section(.class("panel"), .ariaLabelledBy("log"), .data("refresh", "5")) {
      div(.class("panel-head")) {
        h2(.id("log")) { visit.text(.log) }
        a(
          .class("button"),
          .href(
            address.appending("log").query([
              ("source", visit.query["source"]), ("q", visit.query.trimmed("q")),
            ])), .download("steward-\(name).ndjson")
        ) {
          Icon.download.drawing
          visit.text(.downloadNDJSON)
        }
      }
      filters
      visit.part(lines, .log) { lines in
        if lines.isEmpty {
          p { visit.text(.nothingMatches) }
        } else {
          pre(.class("log"), .tabindex(0), .ariaLabelledBy("log")) {
            for (line, id) in zip(lines, Self.ids(of: lines)) { draw(line, id) }
          }
        }
      }
    }
  }

  private func draw(_ line: LogLine, _ id: String) -> Markup {
    let time = line.time.map { CivilTime($0).machine } ?? ""
    return span(.id(ElementID("line-", id))) { "\(time) \(line.source) \(line.text)\n" }
  }

  /// Returns an id for each line, by which the script counts what is new: the time, and a number for
  /// lines of the same time. Lines only leave at the beginning, so the others keep theirs.
  static func ids(of lines: [LogLine]) -> [String] {
    var counts: [Int64: Int] = [:]
    return lines.map { line in
      let time = line.time ?? GoogleTimestamp()
      let micros = time.seconds * 1_000_000 + Int64(time.nanos / 1000)
      counts[micros, default: 0] += 1
      return "\(micros)-\(counts[micros] ?? 0)"
    }
  }

  private var filters: Markup {
    let chosen = visit.query["source"]
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
