import AdminProtos
import AdminServices
import HTML
import HostProtos
import HostServices
import StoreProtos

/// One key: what is known of it, how often it was used, and its newest events. A key that is
/// archived can only be read.
struct KeyPage: Page {
  /// How many events are shown.
  private static let shownEvents: Int32 = 10

  let visit: Visit

  private var id: String { visit.value("key") }
  private var address: Address { visit.keysAddress.appending(id) }

  func content() async throws -> PageContent { try await content(dialog: nil) }

  /// Draws the page, with a dialog over it, or after its switch was refused.
  func content(dialog: Markup?, refusal: Refusal? = nil) async throws -> PageContent {
    let (visit, id) = (visit, id)
    async let head = OrganizationHead.load(visit)
    async let usage = visit.load {
      try await KeysClient(visit.host).usage(
        KeyUsageRequest(id: id, organizationId: visit.organization), options: visit.reading)
    }
    async let changes = visit.load { try await Self.events(of: id, visit) }
    let key = try await visit.key()
    let events = try await changes
    let names = try await EventNames.load(ids(key, events.value ?? []), visit)
    let (shown, checks) = try await (head, usage)
    let main = Markup {
      shown.drawing(.keys)
      section(.class("panel"), .data("live", "keys \(visit.organization)")) {
        div(.class("panel-head")) {
          h1 { bdi { key.shownName } }
          actions(key)
        }
        if let refusal { ErrorSummary(refusal: refusal).drawing(in: visit) }
        KeyFacts(visit: visit, key: key, names: names).drawing(events.value ?? [])
      }
      section(.class("panel"), .ariaLabelledBy("usage")) {
        h2(.id("usage")) { visit.text(.usage) }
        visit.part(checks, .usage) { BarChart(ofChecks: $0).drawing(in: visit) }
      }
      if mayReadLog { newest(events, names) }
    }
    return PageContent(
      title: "\(key.shownName) · \(shown.organization.name)", section: .organizations,
      main: main, dialog: dialog)
  }

  // MARK: - Loading

  private var mayReadLog: Bool { visit.viewer.may("audit.read", in: visit.organization) }

  private static func events(of id: String, _ visit: Visit) async throws -> [Event] {
    guard visit.viewer.may("audit.read", in: visit.organization) else { return [] }
    return try await AuditClient(visit.host).list(
      ListAuditRequest(
        limit: shownEvents, resource: id, organizationId: visit.organization),
      options: visit.reading
    ).data
  }

  /// The ids whose names the page shows.
  private func ids(_ key: ApiKey, _ events: [Event]) -> [String] {
    var ids = Set(EventNames.ids(in: events) + [key.workspaceId, key.createdBy?.id ?? ""])
    ids.subtract(["", key.id])
    return ids.filter { $0.utf8.count <= 64 }.sorted()
  }

  // MARK: - Actions

  private func actions(_ key: ApiKey) -> Markup {
    let rights = KeyRights(key, visit.viewer)
    let toggle = KeyToggle(key, visit)
    return div(.class("buttons")) {
      if rights.mayEdit { link("edit", .edit, .editVerb) }
      if rights.mayRotate { link("rotate", .rotate, .rotateVerb) }
      if rights.mayReveal { link("reveal", .eye, .revealVerb) }
      if rights.mayLink { link("link", .link, .linkToPerson) }
      if let toggle {
        visit.form(
          to: toggle.action.address, verb: rights.mayActivate ? .activateVerb : .deactivateVerb,
          refusal: nil
        ) {}
      }
      if rights.mayArchive { link("archive", .archive, .archiveVerb) }
    }
  }

  private func link(_ part: String, _ icon: Icon, _ name: Phrase) -> Markup {
    a(.class("button"), .href(address.appending(part)), .data("dialog")) {
      icon.drawing
      visit.text(name)
    }
  }

  // MARK: - Usage and events

  private func newest(_ events: Loaded<[Event]>, _ names: [String: DirectoryEntry]) -> Markup {
    section(.class("panel"), .ariaLabelledBy("events"), .data("live", "keys \(visit.organization)"))
    {
      div(.class("panel-head")) {
        h2(.id("events")) { visit.text(.lastChanges) }
        a(.href(Address("/console/audit").query("resource", id))) { visit.text(.wholeLog) }
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
