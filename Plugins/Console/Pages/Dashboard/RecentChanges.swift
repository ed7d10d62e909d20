import AdminProtos
import AdminServices
import HTML
import HostProtos
import HostServices
import StoreProtos

/// The last changes that the person may read, with the names of what they are about.
struct RecentChanges: Sendable {
  static let count: Int32 = 10

  let visit: Visit
  private let events: Loaded<[Event]>
  private let names: [String: DirectoryEntry]

  /// Reads the changes; nil for a person who may not read the log.
  static func load(_ visit: Visit) async throws -> RecentChanges? {
    guard visit.viewer.mayReadLog else { return nil }
    let events = try await visit.load {
      try await AuditClient(visit.host).list(
        ListAuditRequest(limit: count), options: visit.reading
      ).data
    }
    let ids = EventNames.ids(in: events.value ?? [])
    let names = try await EventNames.load(ids, visit)
    return RecentChanges(visit: visit, events: events, names: names)
  }

  var drawing: Markup {
    section(.class("panel"), .ariaLabelledBy("changes"), .data("live", EventRow.liveKinds)) {
      div(.class("panel-head")) {
        h2(.id("changes")) { visit.text(.lastChanges) }
        a(.href("/console/audit")) { visit.text(.wholeLog) }
      }
      visit.part(events, .lastChanges) { events in
        if events.isEmpty {
          p { visit.text(.nothingYet) }
        } else {
          ol(.class("events")) {
            for event in events { EventRow(visit: visit, event: event, names: names).drawing }
          }
        }
      }
    }
  }
}
