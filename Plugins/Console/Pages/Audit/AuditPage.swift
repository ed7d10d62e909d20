import AdminProtos
import HTML
import HostProtos
import HostServices
import Status
import StoreProtos

/// The log of all changes, newest first.
struct AuditPage: Page, Destination {
  let visit: Visit

  private var filter: AuditFilter { AuditFilter(visit.query) }

  /// Looks up what was typed into the filter's fields. If all of it is found, the address with its
  /// ids is the page of these events.
  func result() async throws -> PageResult {
    let searches = try await AuditSearches.find(visit, filter)
    if let filter = searches.filter { return .redirect(filter.address()) }
    return .page(try await content(searches, dialog: nil))
  }

  func content() async throws -> PageContent { try await content(dialog: nil) }

  /// Draws the page, with a dialog over it.
  func content(dialog: Markup?) async throws -> PageContent {
    try await content(AuditSearches(searches: [], filter: nil), dialog: dialog)
  }

  private func content(_ searches: AuditSearches, dialog: Markup?) async throws -> PageContent {
    let place = ListPlace(visit)
    let list = try await visit.load {
      try await AuditClient(visit.host).list(
        filter.request(
          limit: place.size, after: UInt64(place.after) ?? 0, before: UInt64(place.before) ?? 0),
        options: visit.reading)
    }
    // Who may read nothing of the log has no such page.
    if case .failed(let status) = list, status.code == .permissionDenied { throw status }
    let ids = AuditChips.ids(in: filter) + EventNames.ids(in: list.value?.data ?? [])
    let names = try await EventNames.load(ids, visit)
    let main = Markup {
      section(.class("panel"), .data("live", EventRow.liveKinds)) {
        head
        AuditFilterForm(visit: visit, filter: filter).drawing
        AuditChips(visit: visit, filter: filter, names: names).drawing
        if searches.isEmpty {
          visit.part(list, .auditLog) { draw($0, place, names) }
        } else {
          searches.drawing(in: visit, filter)
        }
      }
    }
    return PageContent(
      title: visit.text(.auditLog), section: .audit, main: main, dialog: dialog)
  }

  private var head: Markup {
    Markup {
      div(.class("panel-head")) {
        h1 { visit.text(.auditLog) }
        div(.class("buttons")) {
          if visit.viewer.may("audit.verify") {
            a(.class("button"), .href("/console/audit/verify"), .data("dialog")) {
              Icon.check.drawing
              visit.text(.verifyLog)
            }
          }
          download("csv", .downloadCSV)
          download("ndjson", .downloadNDJSON)
        }
      }
      p(.class("hint")) { visit.text(.filesAreBounded) }
      if !visit.viewer.may("audit.read") {
        p(.class("hint")) { visit.text(.onlyOwnOrganizations) }
      }
    }
  }

  private func download(_ format: String, _ name: Phrase) -> Markup {
    let address = filter.address("/console/audit/download").query("format", format)
    return a(.class("button"), .href(address)) {
      Icon.download.drawing
      visit.text(name)
    }
  }

  private func draw(
    _ list: ListAuditResponse, _ place: ListPlace, _ names: [String: DirectoryEntry]
  ) -> Markup {
    Markup {
      if list.data.isEmpty {
        EmptyState(text: filter.items.isEmpty ? .nothingYet : .nothingMatches).drawing(in: visit)
        if !filter.items.isEmpty {
          p { a(.class("button"), .href("/console/audit")) { visit.text(.clearFilters) } }
        }
      } else {
        EventTable(visit: visit, names: names).drawing(list.data)
      }
      Pager(
        place: place, shown: list.data.count, hasMore: list.hasMore,
        first: String(list.firstRevision), last: String(list.lastRevision)
      ).drawing(in: visit)
    }
  }
}
