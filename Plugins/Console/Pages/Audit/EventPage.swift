import AdminProtos
import HTML
import HostProtos
import HostServices
import Platform
import Status
import StoreProtos

/// One event of the log, with all that is recorded of it.
struct EventPage: Page {
  let visit: Visit

  func content() async throws -> PageContent {
    let event = try await event()
    let ofCall = try await visit.load { try await others(of: event) }
    let ids = EventNames.ids(in: [event] + (ofCall.value ?? []))
    let names = try await EventNames.load(ids, visit)
    let row = EventRow(visit: visit, event: event, names: names)
    let title = visit.text(.event(event.revision))
    let main = Markup {
      p { a(.href("/console/audit")) { visit.text(.auditLog) } }
      section(.class("panel")) {
        h1 { title }
        p {
          bdi { row.actor }
          " — \(visit.text(.action(event.action))) "
          row.linkedThing
        }
        EventFacts(row: row).drawing
      }
      if !event.call.isEmpty { callPanel(event, ofCall, names) }
    }
    return PageContent(title: title, section: .audit, main: main)
  }

  /// Reads the event that the address names.
  ///
  /// - Throws: ``Status/noSuchPage`` if there is none that the person may read. The log only lists,
  ///   so this asks for the one that follows the revision before.
  private func event() async throws -> Event {
    guard let revision = UInt64(visit.value("revision")), revision > 0, revision < .max else {
      throw Status.noSuchPage
    }
    let page = try await AuditClient(visit.host).list(
      ListAuditRequest(limit: 1, afterRevision: revision + 1), options: visit.reading)
    guard let event = page.data.first, event.revision == revision else { throw Status.noSuchPage }
    return event
  }

  /// Reads the first events of the call, in the order in which they happened.
  private func others(of event: Event) async throws -> [Event] {
    guard !event.call.isEmpty else { return [] }
    return try await AuditClient(visit.host).list(
      ListAuditRequest(limit: Settings.sizes[0], oldestFirst: true, call: event.call),
      options: visit.reading
    ).data
  }

  private func callPanel(
    _ event: Event, _ events: Loaded<[Event]>, _ names: [String: DirectoryEntry]
  ) -> Markup {
    section(.class("panel"), .ariaLabelledBy("call")) {
      div(.class("panel-head")) {
        h2(.id("call")) { visit.text(.eventsOfCall) }
        a(.href(Address("/console/audit").query("call", event.call))) { visit.text(.wholeCall) }
      }
      visit.part(events, .eventsOfCall) { events in
        EventTable(visit: visit, names: names).drawing(events)
      }
    }
  }
}
