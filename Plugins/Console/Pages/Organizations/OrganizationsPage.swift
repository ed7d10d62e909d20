import AdminProtos
import AdminServices
import HTML

/// The organizations that the person can see, newest first.
struct OrganizationsPage: Page {
  let visit: Visit

  func content() async throws -> PageContent { try await content(dialog: nil) }

  /// Draws the page, with a dialog over it.
  func content(dialog: Markup?) async throws -> PageContent {
    let place = ListPlace(visit)
    async let head = visit.shownOrganizationHead()
    let list = try await visit.load {
      try await OrgsClient(visit.host).list(
        ListOrganizationsRequest(
          limit: place.size, afterId: place.after, beforeId: place.before,
          query: visit.query.trimmed("q")),
        options: visit.reading)
    }
    let shown = try await head
    let main = Markup {
      shown?.value?.drawing(.organizations)
      section(.class("panel"), .data("live", "orgs,workspaces,keys,users")) {
        div(.class("panel-head")) {
          h1 { visit.text(.organizations) }
          if visit.viewer.may("orgs.create") {
            a(.class("button primary"), .href("/console/orgs/new"), .data("dialog", "n")) {
              Icon.add.drawing
              visit.text(.createOrganization)
            }
          }
        }
        SearchForm(action: "/console/orgs", label: .findOrganization).drawing(in: visit)
        visit.part(list, .organizations) { draw($0, place) }
      }
    }
    return PageContent(
      title: visit.text(.organizations), section: .organizations, main: main, dialog: dialog)
  }

  private func draw(_ list: ListOrganizationsResponse, _ place: ListPlace) -> Markup {
    Markup {
      if list.data.isEmpty {
        EmptyState(text: visit.query["q"].isEmpty ? .noOrganizations : .nothingMatches)
          .drawing(in: visit)
      } else {
        table.drawing(list.data, in: visit)
      }
      Pager(
        place: place, shown: list.data.count, hasMore: list.hasMore, first: list.firstId,
        last: list.lastId
      ).drawing(in: visit)
    }
  }

  private var table: DataTable<Organization> {
    DataTable(
      caption: .organizations,
      columns: [
        .init(name: .name) { organization in
          Markup {
            a(.href(.organization(organization.id))) { bdi { organization.name } }
            code(.class("id")) { organization.id }
          }
        },
        .init(name: .workspaceNoun, isNumber: true) { .text(String($0.workspaceCount)) },
        .init(name: .members, isNumber: true) { .text(String($0.memberCount)) },
        .init(name: .keyNoun, isNumber: true) { .text(String($0.keyCount)) },
        .init(name: .created) { visit.moment($0.createdAt, orElse: .unknownTime) },
      ],
      id: { $0.id }, actions: { OrganizationActions(visit: visit, organization: $0).all })
  }
}
