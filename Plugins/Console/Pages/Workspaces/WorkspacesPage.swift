import AdminProtos
import AdminServices
import HTML

/// The workspaces of an organization, newest first.
struct WorkspacesPage: Page {
  let visit: Visit

  private var address: Address { .organization(visit.organization, "workspaces") }

  func content() async throws -> PageContent { try await content(dialog: nil) }

  /// Draws the page, with a dialog over it.
  func content(dialog: Markup?) async throws -> PageContent {
    let place = ListPlace(visit)
    async let head = OrganizationHead.load(visit)
    let list = try await visit.load {
      try await WorkspacesClient(visit.host).list(
        ListWorkspacesRequest(
          organizationId: visit.organization, limit: place.size, afterId: place.after,
          beforeId: place.before, includeArchived: visit.query.isOn("archived"),
          includeDefault: true, query: visit.query.trimmed("q")),
        options: visit.reading)
    }
    let shown = try await head
    let main = Markup {
      shown.drawing(.workspaces)
      section(.class("panel"), .data("live", "workspaces \(visit.organization)")) {
        div(.class("panel-head")) {
          h1 { visit.text(.workspaces) }
          if visit.viewer.may("workspaces.create", in: visit.organization) {
            a(.class("button primary"), .href(address.appending("new")), .data("dialog", "n")) {
              Icon.add.drawing
              visit.text(.makeWorkspace)
            }
          }
        }
        filters
        visit.part(list, .workspaces) { draw($0, place) }
      }
    }
    return PageContent(
      title: "\(visit.text(.workspaces)) · \(shown.organization.name)", section: .organizations,
      main: main, dialog: dialog)
  }

  private var filters: Markup {
    form(.class("search"), .action(address), .method(.get), .role("search")) {
      input(
        .type(.search), .name("q"), .value(visit.query["q"]),
        .ariaLabel(visit.text(.findWorkspace)), .placeholder(visit.text(.findWorkspace)),
        .maxlength(100), .autocomplete("off"))
      label(.class("box")) {
        input(
          .type(.checkbox), .name("archived"), .value("1"),
          .checked(visit.query.isOn("archived")))
        visit.text(.showArchived)
      }
      button(.type(.submit)) { visit.text(.find) }
    }
  }

  private func draw(_ list: ListWorkspacesResponse, _ place: ListPlace) -> Markup {
    Markup {
      if list.data.isEmpty {
        EmptyState(text: visit.query["q"].isEmpty ? .noWorkspaces : .nothingMatches)
          .drawing(in: visit)
      } else {
        WorkspaceTable(visit: visit).drawing(list.data)
      }
      Pager(
        place: place, shown: list.data.count, hasMore: list.hasMore, first: list.firstId,
        last: list.lastId
      ).drawing(in: visit)
    }
  }
}
