import AdminProtos
import AdminServices
import HTML

/// The people of an organization: its members, newest first, and below them its invites.
struct UsersPage: Page {
  let visit: Visit

  func content() async throws -> PageContent { try await content(dialog: nil) }

  /// Draws the page, with a dialog over it.
  func content(dialog: Markup?, showsSecret: Bool = false) async throws -> PageContent {
    let (organization, place) = (visit.organization, ListPlace(visit))
    let (query, role) = (visit.query.trimmed("q"), visit.query["role"])
    async let head = OrganizationHead.load(visit)
    async let invites = InviteList.load(visit)
    let members = try await visit.load {
      try await UsersClient(visit.host).list(
        ListUsersRequest(
          organizationId: organization, limit: place.size, afterId: place.after,
          beforeId: place.before, roles: role.isEmpty ? [] : [role], query: query),
        options: visit.reading)
    }
    let (shown, pending) = try await (head, invites)
    let isFiltered = !query.isEmpty || !role.isEmpty
    let main = Markup {
      shown.drawing(.users)
      section(.class("panel"), .data("live", "users,keys \(organization)")) {
        div(.class("panel-head")) {
          h1 { visit.text(.users) }
          if visit.mayAddUsers {
            a(.class("button primary"), .href(visit.addUserAddress), .data("dialog", "n")) {
              Icon.add.drawing
              visit.text(.addOrInvite)
            }
          }
        }
        filters(role)
        visit.part(members, .users) {
          draw($0, place, total: isFiltered ? nil : Int(shown.organization.memberCount))
        }
      }
      pending?.drawing
    }
    return PageContent(
      title: "\(visit.text(.users)) · \(shown.organization.name)", section: .users, main: main,
      dialog: dialog, showsSecret: showsSecret)
  }

  private func draw(_ list: ListUsersResponse, _ place: ListPlace, total: Int?) -> Markup {
    Markup {
      if list.data.isEmpty {
        EmptyState(text: total == nil ? .nothingMatches : .noMembers).drawing(in: visit)
      } else {
        UserTable(visit: visit).drawing(list.data)
      }
      Pager(
        place: place, shown: list.data.count, hasMore: list.hasMore, first: list.firstId,
        last: list.lastId, total: total
      ).drawing(in: visit)
    }
  }

  private func filters(_ role: String) -> Markup {
    Markup {
      form(.class("filters"), .action(visit.usersAddress), .method(.get), .role("search")) {
        input(
          .type(.search), .name("q"), .value(visit.query["q"]), .ariaLabel(visit.text(.findMember)),
          .placeholder(visit.text(.findMember)), .maxlength(100), .autocomplete("off"))
        select(.name("role"), .ariaLabel(visit.text(.anyRole))) {
          option(.value(""), text: visit.text(.anyRole))
          for one in Phrase.organizationRoles {
            option(.value(one), .selected(one == role), text: visit.text(.role(one)))
          }
        }
        button(.type(.submit)) { visit.text(.find) }
      }
      FilterChips(filters: chips(role), unfiltered: visit.usersAddress).drawing(in: visit)
    }
  }

  private func chips(_ role: String) -> [(text: String, rest: Address)] {
    let query = visit.query.trimmed("q")
    var chips: [(text: String, rest: Address)] = []
    if !query.isEmpty {
      chips.append((text: "\"\(query)\"", rest: visit.usersAddress.query([("role", role)])))
    }
    if !role.isEmpty {
      chips.append(
        (text: visit.text(.role(role)), rest: visit.usersAddress.query([("q", query)])))
    }
    return chips
  }
}

extension Visit {
  /// The list of the people of the organization in the address.
  var usersAddress: Address { .organization(organization, "users") }

  /// The dialog that adds or invites a person.
  var addUserAddress: Address { usersAddress.appending("new") }

  var mayAddUsers: Bool {
    viewer.may("users.manage", in: organization) || viewer.may("invites.manage", in: organization)
  }
}
