import AdminProtos
import AdminServices
import HTML

/// The keys of an organization, newest first. A person who may only see their own gets only those.
struct KeysPage: Page {
  /// How many workspaces and members the filters offer, newest first.
  private static let offered: Int32 = 50

  let visit: Visit

  private var filter: KeyFilter { KeyFilter(visit.query) }

  func content() async throws -> PageContent { try await content(dialog: nil) }

  /// Draws the page, with a dialog over it, or after what was to be done with several keys was
  /// refused.
  func content(
    dialog: Markup?, refusal: Refusal? = nil, showsSecret: Bool = false
  ) async throws -> PageContent {
    let (visit, filter, place) = (visit, filter, ListPlace(visit))
    async let head = OrganizationHead.load(visit)
    async let workspaces = visit.load { try await Self.workspaces(visit) }
    async let members = visit.load { try await Self.members(visit) }
    let list = try await visit.load {
      try await KeysClient(visit.host).list(
        filter.request(place, organization: visit.organization, now: visit.now),
        options: visit.reading)
    }
    let names = try await Self.names(list.value?.data ?? [], filter, visit)
    let (shown, offered, people) = try await (head, workspaces, members)
    let filters = KeyFilters(
      visit: visit, filter: filter, workspaces: offered.value ?? [], members: people.value ?? [],
      names: names, summary: shown.summary)
    let main = Markup {
      shown.drawing(.keys)
      section(.class("panel"), .data("live", "keys \(visit.organization)")) {
        heading
        filters.drawing
        if let refusal { ErrorSummary(refusal: refusal).drawing(in: visit) }
        visit.part(list, .apiKeys) { list in
          draw(list, place, names, total: filter.total(shown.summary))
        }
      }
    }
    return PageContent(
      title: "\(visit.text(.apiKeys)) · \(shown.organization.name)", section: .organizations,
      main: main, dialog: dialog, showsSecret: showsSecret)
  }

  // MARK: - Loading

  private static func workspaces(_ visit: Visit) async throws -> [Workspace] {
    try await WorkspacesClient(visit.host).list(
      ListWorkspacesRequest(
        organizationId: visit.organization, limit: offered, includeDefault: true),
      options: visit.reading
    ).data
  }

  private static func members(_ visit: Visit) async throws -> [User] {
    guard visit.viewer.may("users.read", in: visit.organization),
      visit.viewer.may("keys.read", in: visit.organization)
    else { return [] }
    return try await UsersClient(visit.host).list(
      ListUsersRequest(organizationId: visit.organization, limit: offered),
      options: visit.reading
    ).data
  }

  /// Returns the names of the workspaces of the keys, and of what the filter names, in one call.
  private static func names(
    _ keys: [ApiKey], _ filter: KeyFilter, _ visit: Visit
  ) async throws -> [String: DirectoryEntry] {
    let ids = Set([filter.workspace, filter.user] + keys.map(\.workspaceId))
    return try await EventNames.load(
      ids.filter { !$0.isEmpty && $0.utf8.count <= 64 }.sorted(), visit)
  }

  // MARK: - Drawing

  private var heading: Markup {
    div(.class("panel-head")) {
      h1 { visit.text(.apiKeys) }
      div(.class("buttons")) {
        if mayAdd("keys.issue") { door("new", .issueKey, letter: "n") }
        if mayAdd("keys.register") { door("register", .registerKey) }
      }
    }
  }

  private func door(_ path: String, _ name: Phrase, letter: String = "") -> Markup {
    a(
      .class("button primary"),
      .href(
        visit.keysAddress.appending(path).query([("workspace", filter.workspace)])),
      .data("dialog", letter)
    ) {
      Icon.add.drawing
      visit.text(name)
    }
  }

  private func mayAdd(_ permission: String) -> Bool {
    visit.viewer.may(permission, in: visit.organization, filter.workspace)
  }

  private func draw(
    _ list: ListKeysResponse, _ place: ListPlace, _ names: [String: DirectoryEntry], total: Int?
  ) -> Markup {
    let table = KeyTable(visit: visit, names: names)
    return Markup {
      if list.data.isEmpty {
        EmptyState(text: filter.isDefault ? .noKeys : .nothingMatches).drawing(in: visit)
      } else {
        KeyBulkForm(visit: visit).drawing { table.drawing(list.data) }
        table.forms(list.data)
      }
      Pager(
        place: place, shown: list.data.count, hasMore: list.hasMore, first: list.firstId,
        last: list.lastId, total: total
      ).drawing(in: visit)
    }
  }
}
