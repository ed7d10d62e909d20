import AdminProtos
import AdminServices
import HTML

/// One organization: its card, what is known of it, its newest keys and its newest members.
struct OrganizationPage: Page {
  /// How many keys and members are shown before the links to all of them.
  static let newest: Int32 = 5

  let visit: Visit

  private var id: String { visit.organization }

  func content() async throws -> PageContent {
    async let head = OrganizationHead.load(visit)
    async let keys = loadKeys()
    async let members = loadMembers()
    async let adminKeys = loadAdminKeys()
    let (shown, newestKeys, newestMembers, ofPrograms) = try await (head, keys, members, adminKeys)
    let main = Markup {
      shown.drawing(.other)
      facts(shown.organization, ofPrograms)
      div(.class("columns")) {
        if let newestKeys { keyPanel(newestKeys) }
        if let newestMembers { memberPanel(newestMembers) }
      }
    }
    return PageContent(title: shown.organization.name, section: .organizations, main: main)
  }

  // MARK: - Loading

  private func loadKeys() async throws -> Loaded<ListKeysResponse>? {
    guard visit.viewer.may("keys.read", in: id) || visit.viewer.mayWithOwn("keys.read", in: id)
    else { return nil }
    return try await visit.load {
      try await KeysClient(visit.host).list(
        ListKeysRequest(organizationId: id, limit: Self.newest), options: visit.reading)
    }
  }

  private func loadMembers() async throws -> Loaded<ListUsersResponse>? {
    guard visit.viewer.may("users.read", in: id) else { return nil }
    return try await visit.load {
      try await UsersClient(visit.host).list(
        ListUsersRequest(organizationId: id, limit: Self.newest), options: visit.reading)
    }
  }

  private func loadAdminKeys() async throws -> Loaded<ListAdminKeysResponse>? {
    guard visit.viewer.may("admin_keys.read", in: id) else { return nil }
    return try await visit.load {
      try await AdminKeysClient(visit.host).list(
        ListAdminKeysRequest(organizationId: id), options: visit.reading)
    }
  }

  // MARK: - Drawing

  private func facts(
    _ organization: Organization, _ adminKeys: Loaded<ListAdminKeysResponse>?
  ) -> Markup {
    var facts = Facts()
    facts.add(.name, bdi { organization.name })
    facts.add(.created, visit.moment(organization.createdAt, orElse: .unknownTime))
    facts.add(.organizationChanged, visit.moment(organization.updatedAt, orElse: .unknownTime))
    facts.add(
      .defaultWorkspaceID,
      a(.href(.organization(id, "workspaces", organization.defaultWorkspaceId))) {
        code { organization.defaultWorkspaceId }
      })
    if let adminKeys {
      facts.add(.adminKeys, visit.part(adminKeys, .adminKeys, count))
    }
    return section(.class("panel"), .data("live", "orgs,admin-keys \(id)")) {
      div(.class("panel-head")) {
        h1 { visit.text(.aboutOrganization) }
        span {
          for action in OrganizationActions(visit: visit, organization: organization).all {
            action.drawing(in: visit)
          }
        }
      }
      facts.drawing(in: visit)
    }
  }

  /// The number of admin keys, which is only known of a list that is whole.
  private func count(_ keys: ListAdminKeysResponse) -> Markup {
    a(.href(.organization(id, "admin-keys"))) {
      visit.text(keys.hasMore ? .moreThan(keys.data.count) : .adminKeyCount(keys.data.count))
    }
  }

  private func keyPanel(_ keys: Loaded<ListKeysResponse>) -> Markup {
    section(.class("panel"), .data("live", "keys \(id)")) {
      div(.class("panel-head")) {
        h2 { visit.text(.newestKeys) }
        a(.href(.organization(id, "keys"))) { visit.text(.allKeys) }
      }
      visit.part(keys, .apiKeys) { list in
        if list.data.isEmpty {
          p { visit.text(.noKeysInOrganization) }
        } else {
          NewestKeys(visit: visit).drawing(list.data)
        }
      }
    }
  }

  private func memberPanel(_ members: Loaded<ListUsersResponse>) -> Markup {
    section(.class("panel"), .data("live", "users \(id)")) {
      div(.class("panel-head")) {
        h2 { visit.text(.newestMembers) }
        a(.href(.organization(id, "users"))) { visit.text(.allMembers) }
      }
      visit.part(members, .members) { list in
        ul(.class("plain-list")) {
          for member in list.data {
            li {
              a(.href(.organization(id, "users", member.id))) {
                bdi { member.name.isEmpty ? member.email : member.name }
              }
              " "
              visit.tag(.role(member.role))
            }
          }
        }
      }
    }
  }
}
