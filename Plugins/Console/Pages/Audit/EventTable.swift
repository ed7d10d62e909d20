import AdminProtos
import HTML
import StoreProtos

/// Events of the log as a table: when, who, did what, to what, by which plugin.
struct EventTable: Sendable {
  let visit: Visit
  let names: [String: DirectoryEntry]

  func drawing(_ events: [Event]) -> Markup { table.drawing(events, in: visit) }

  private var table: DataTable<Event> {
    DataTable(
      caption: .auditLog,
      columns: [
        .init(name: .time) { event in
          a(.href(row(event).address)) { visit.moment(event.time, orElse: .unknownTime) }
        },
        .init(name: .person) { event in actor(of: event) },
        .init(name: .didWhat) { event in
          Markup {
            visit.text(.action(event.action))
            if let refused = event.refused {
              span(.class("hint")) { " \(visit.text(.times(Int(refused.count))))" }
            }
          }
        },
        .init(name: .thing) { row($0).linkedThing },
        .init(name: .plugin) { event in code { event.plugin } },
      ],
      id: { String($0.revision) })
  }

  /// The actor, with a link to all that they did.
  private func actor(of event: Event) -> Markup {
    guard event.actor.contains("/") else { return bdi { row(event).actor } }
    return a(.href(Address("/console/audit").query("actor", event.actor))) {
      bdi { row(event).actor }
    }
  }

  private func row(_ event: Event) -> EventRow {
    EventRow(visit: visit, event: event, names: names)
  }
}
