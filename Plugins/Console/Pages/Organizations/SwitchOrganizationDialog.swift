import AdminProtos
import AdminServices
import HTML

/// The dialog that turns to another organization: the one that was shown last, then the newest, or
/// those that a search finds.
struct SwitchOrganizationDialog: Page {
  static let count: Int32 = 20

  let visit: Visit

  private let address: Address = "/console/orgs/switch"
  private var query: String { visit.query.trimmed("q") }

  init(visit: Visit) { self.visit = visit }

  func content() async throws -> PageContent {
    async let last = loadLast()
    let newest = try await load(
      ListOrganizationsRequest(limit: Self.count, query: query))
    let shownLast = try await last
    let dialog = Dialog(
      action: address, title: visit.text(.switchToAnother), back: "/console/orgs",
      verb: .closeDialog
    ).telling(in: visit) {
      SearchForm(action: address, label: .findOrganization).drawing(in: visit)
      visit.part(newest, .organizations) { draw($0, last: shownLast) }
    }
    return try await OrganizationsPage(visit: visit).content(dialog: dialog)
  }

  private func load(
    _ request: ListOrganizationsRequest
  ) async throws -> Loaded<ListOrganizationsResponse> {
    try await visit.load {
      try await OrgsClient(visit.host).list(request, options: visit.reading)
    }
  }

  /// Reads the organization that was shown last; nil while something is looked for.
  private func loadLast() async throws -> Organization? {
    guard query.isEmpty, let id = visit.shownOrganization else { return nil }
    return try await load(ListOrganizationsRequest(ids: [id])).value?.data.first
  }

  private func draw(_ list: ListOrganizationsResponse, last: Organization?) -> Markup {
    let organizations =
      (last.map { [$0] } ?? []) + list.data.filter { $0.id != last?.id }
    return Markup {
      if organizations.isEmpty {
        p { visit.text(query.isEmpty ? .noOrganizations : .nothingMatches) }
      }
      ul(.class("plain-list")) {
        for organization in organizations.prefix(Int(Self.count)) {
          li {
            a(.href(.organization(organization.id))) { bdi { organization.name } }
            code(.class("id")) { organization.id }
          }
        }
      }
      if list.hasMore { p(.class("hint")) { visit.text(.moreByName) } }
    }
  }
}
