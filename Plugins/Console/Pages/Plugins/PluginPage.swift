import HTML
import HostProtos
import HostServices

/// One plugin: its facts, its last crash, what it did in the last hour, and its log.
struct PluginPage: Page {
  let visit: Visit

  private var name: String { visit.value("plugin") }
  private var address: Address { Address("/console/plugins").appending(name) }

  func content() async throws -> PageContent { try await content(dialog: nil) }

  /// Draws the page, with a dialog over it.
  func content(dialog: Markup?) async throws -> PageContent {
    let (visit, name) = (visit, name)
    async let work = visit.load { try await LastHour.load(visit, plugin: name) }
    async let log = PluginLog.load(name, visit)
    let plugin = try await HostClient(visit.host).getPlugin(
      GetPluginRequest(name: name), options: visit.reading)
    let methods =
      plugin.state == "ready" && !plugin.services.isEmpty
      ? try await visit.load { try await PluginMethods.load(name, visit) } : nil
    let (hour, lines) = try await (work, log)
    let main = Markup {
      section(.class("panel"), .data("refresh", "5"), .data("live", "plugins")) {
        div(.class("panel-head")) {
          h1 { plugin.name }
          if visit.viewer.may("host.manage") {
            a(.class("button"), .href(address.appending("reload")), .data("dialog")) {
              Icon.refresh.drawing
              visit.text(.reloadPlugin)
            }
          }
        }
        facts(plugin).drawing(in: visit)
      }
      if let crash = plugin.lastCrash { draw(crash) }
      section(.class("panel"), .ariaLabelledBy("calls"), .data("refresh", "60")) {
        h2(.id("calls")) { visit.text(.lastHour) }
        div(.class("columns")) {
          visit.plot(.callsAMinute, hour) { $0.chart(of: name).drawing(in: visit) }
          visit.plot(.latencyChart, hour) { $0.latencies(of: name).drawing(in: visit) }
          visit.plot(.memoryChart, hour) { $0.memory(of: name).drawing(in: visit) }
        }
      }
      if let methods {
        section(.class("panel"), .ariaLabelledBy("methods")) {
          h2(.id("methods")) { visit.text(.methods) }
          visit.part(methods, .methods) { $0.drawing }
        }
      }
      lines.drawing
    }
    return PageContent(title: plugin.name, section: .plugins, main: main, dialog: dialog)
  }

  private func facts(_ plugin: PluginStatus) -> Facts {
    var facts = Facts()
    facts.add(.state, visit.stateTag(plugin.state))
    facts.add(.version, plugin.version)
    facts.add(.since, visit.moment(plugin.startedAt, orElse: .notStarted))
    if let bytes = plugin.residentBytes { facts.add(.memory, Amount.bytes(bytes)) }
    facts.add(.callsInFlight, String(plugin.callsInFlight))
    facts.add(.restarts, String(plugin.restarts))
    facts.add(.services, lines(plugin.services))
    facts.add(.grants, plugin.grants.isEmpty ? visit.shown(.noGrants) : lines(plugin.grants))
    if !plugin.listeners.isEmpty { facts.add(.listeners, lines(plugin.listeners.map(\.address))) }
    facts.add(.directory, code { plugin.directory })
    return facts
  }

  private func lines(_ texts: [String]) -> Markup {
    ul(.class("plain-list")) { for text in texts { li { code { text } } } }
  }

  private func draw(_ crash: CrashReport) -> Markup {
    section(.class("panel"), .ariaLabelledBy("crash")) {
      h2(.id("crash")) { visit.text(.lastCrash) }
      p {
        visit.moment(crash.time, orElse: .unknownTime)
        " "
        crash.cause
      }
      p { crash.remedy }
      if !crash.calls.isEmpty { lines(crash.calls) }
      if !crash.log.isEmpty { pre(.class("log")) { crash.log.joined(separator: "\n") } }
    }
  }
}

extension Visit {
  fileprivate func shown(_ phrase: Phrase) -> Markup { .text(text(phrase)) }
}

/// The dialog that replaces the process of a plugin with a new one.
struct ReloadPluginDialog: FormPage {
  let visit: Visit

  private var name: String { visit.value("plugin") }
  private var page: Address { Address("/console/plugins").appending(name) }

  func content() async throws -> PageContent { try await draw(nil) }

  func content(after refusal: Refusal) async throws -> PageContent { try await draw(refusal) }

  func submit() async throws -> FormOutcome {
    _ = try await HostClient(visit.host).reload(
      ReloadRequest(name: name), options: visit.changing("reload"))
    return .done(page.marking(nil, .reloaded))
  }

  private func draw(_ refusal: Refusal?) async throws -> PageContent {
    let dialog = Dialog(
      action: page.appending("reload"), title: visit.text(.reload(name)), back: page,
      verb: .reloadPlugin
    ).drawing(in: visit, refusal: refusal) {
      p { visit.text(.reloadExplained) }
    }
    return try await PluginPage(visit: visit).content(dialog: dialog)
  }
}
