import HTML
import HostProtos
import HostServices
import Status

/// The host and its plugins: the state of each, and what it did in the last hour.
struct PluginsPage: Page {
  let visit: Visit

  func content() async throws -> PageContent {
    let visit = visit
    async let work = visit.load { try await LastHour.load(visit) }
    async let responses = visit.load { try await ResponseChart.load(visit) }
    let status = try await visit.load {
      try await HostClient(visit.host).getStatus(GetStatusRequest(), options: visit.reading)
    }
    if case .failed(let refusal) = status, refusal.code == .permissionDenied { throw refusal }
    let (hour, sent) = try await (work, responses)
    let main = Markup {
      visit.part(status, .plugins) { draw($0, hour.value) }
      section(.class("panel"), .ariaLabelledBy("calls"), .data("refresh", "60")) {
        h2(.id("calls")) { visit.text(.lastHour) }
        div(.class("columns")) {
          visit.plot(.callsAMinute, hour) { $0.chart(of: nil).drawing(in: visit) }
          visit.plot(.responsesChart, sent) { $0.chart.drawing(in: visit) }
        }
      }
    }
    return PageContent(title: visit.text(.plugins), section: .plugins, main: main)
  }

  private func draw(_ status: HostStatus, _ hour: LastHour?) -> Markup {
    Markup {
      section(.class("panel"), .data("refresh", "5"), .data("live", "plugins")) {
        h1 { visit.text(.plugins) }
        table(hour).drawing(status.plugins, in: visit)
      }
      section(.class("panel"), .ariaLabelledBy("host")) {
        h2(.id("host")) { visit.text(.host) }
        facts(status).drawing(in: visit)
      }
    }
  }

  private func table(_ hour: LastHour?) -> DataTable<PluginStatus> {
    DataTable(
      caption: .plugins,
      columns: [
        .init(name: .name) { plugin in
          a(.href(Address("/console/plugins").appending(plugin.name))) { plugin.name }
        },
        .init(name: .state) { visit.stateTag($0.state) },
        .init(name: .version) { .text($0.version) },
        .init(name: .memory, isNumber: true) { plugin in
          Markup {
            hour?.memoryLine(of: plugin.name).drawing
            " "
            plugin.residentBytes.map(Amount.bytes) ?? ""
          }
        },
        .init(name: .callsInHour, isNumber: true) { plugin in
          .text(hour.map { String($0.calls(of: plugin.name)) } ?? "")
        },
        .init(name: .failures, isNumber: true) { plugin in
          .text(hour.map { String($0.failures(of: plugin.name)) } ?? "")
        },
        .init(name: .latency95, isNumber: true) { plugin in
          .text(hour?.latency(of: plugin.name, below: 0.95) ?? "")
        },
        .init(name: .restarts, isNumber: true) { .text(String($0.restarts)) },
        .init(name: .since) { visit.moment($0.startedAt, orElse: .notStarted) },
      ],
      id: { $0.name })
  }

  private func facts(_ status: HostStatus) -> Facts {
    var facts = Facts()
    facts.add(.version, status.version)
    facts.add(.since, visit.moment(status.startedAt, orElse: .unknownTime))
    facts.add(.memory, Amount.bytes(status.residentBytes))
    facts.add(.dataDirectory, code { status.dataDirectory })
    facts.add(.newestRevision, String(status.revision))
    return facts
  }
}

extension Visit {
  /// Draws the state of a plugin's process.
  func stateTag(_ state: String) -> Markup {
    switch state {
    case "ready": tag(.pluginReady, .good)
    case "stopped": tag(.pluginStopped)
    case "starting": tag(.pluginStarting)
    case "draining": tag(.pluginDraining)
    case "backing_off": tag(.pluginBackingOff, .warning)
    case "failed": tag(.pluginFailed, .danger)
    default: tag(Phrase(verbatim: state))
    }
  }
}
