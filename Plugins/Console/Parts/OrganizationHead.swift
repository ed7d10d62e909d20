import AdminProtos
import AdminServices
import HTML
import Status

/// What stands above every page of an organization: its card, shown large, and the tabs.
struct OrganizationHead: Sendable {
  enum Tab: Sendable {
    case organizations, workspaces, keys, users
    /// A page of the organization that no tab leads to, such as its admin keys.
    case other
  }

  let visit: Visit
  let organization: Organization
  private let keys: Loaded<KeySummary>

  /// Reads the organization that the address names.
  ///
  /// - Throws: A status, if the organization isn't there or isn't the person's. Both read alike.
  static func load(_ visit: Visit) async throws -> OrganizationHead {
    try await load(visit.organization, visit)
  }

  /// Reads an organization.
  static func load(_ id: String, _ visit: Visit) async throws -> OrganizationHead {
    async let keys = visit.load {
      try await KeysClient(visit.host).summary(
        KeySummaryRequest(organizationId: id), options: visit.reading)
    }
    let organization = try await OrgsClient(visit.host).get(
      GetOrganizationRequest(id: id), options: visit.reading)
    return OrganizationHead(visit: visit, organization: organization, keys: try await keys)
  }

  var id: String { organization.id }

  /// The numbers of its keys; nil if they can't be shown to the person.
  var summary: KeySummary? { keys.value }

  /// Draws the card and the tabs.
  func drawing(_ tab: Tab) -> Markup {
    Markup {
      card
      tabs(tab)
    }
  }

  private var card: Markup {
    section(
      .class("card organization"), .ariaLabelledBy("organization-name"),
      live("orgs,workspaces,keys,users")
    ) {
      div(.class("card-head")) {
        p(.class("organization-name"), .id("organization-name")) {
          a(.href(.organization(id))) { bdi { organization.name } }
        }
        visit.tag(visit.viewer.role(in: id))
        if visit.viewer.hasChoiceOfOrganizations {
          a(.class("button"), .href("/console/orgs/switch"), .data("dialog")) {
            visit.text(.switchOrganization)
          }
        }
      }
      p { visit.copyable(id, named: .organizationID) }
      ul(.class("figures")) {
        figure(.workspaceNoun, Int(organization.workspaceCount), .organization(id, "workspaces"))
        figure(.keyNoun, Int(organization.keyCount), .organization(id, "keys"))
        figure(.members, Int(organization.memberCount), .organization(id, "users"))
        if let keys = keys.value {
          figure(
            .keysExpiringSoon, Int(keys.expiring),
            .organization(id, "keys").query("filter", "expiring"))
        }
      }
      if case .failed(let status) = keys, status.code != .permissionDenied {
        p(.class("hint")) { visit.text(.cannotBeShown(.keysExpiringSoon, status)) }
      }
    }
  }

  private func figure(_ name: Phrase, _ number: Int, _ address: Address) -> Markup {
    li {
      a(.href(address)) {
        span(.class("number")) { number }
        span(.class("name")) { visit.text(name) }
      }
    }
  }

  private func tabs(_ current: Tab) -> Markup {
    nav(
      .class("tabs"), .ariaLabel(visit.text(.partsOf(organization.name))),
      live("orgs,workspaces,keys,users")
    ) {
      ul {
        tab(.organizations, nil, "/console/orgs", current == .organizations)
        if visit.viewer.may("workspaces.read", in: id) || current == .workspaces {
          tab(
            .workspaces, Int(organization.workspaceCount), .organization(id, "workspaces"),
            current == .workspaces, letter: "w")
        }
        if maySeeKeys || current == .keys {
          tab(
            .apiKeys, Int(organization.keyCount), .organization(id, "keys"), current == .keys,
            letter: "k")
        }
        if visit.viewer.may("users.read", in: id) || current == .users {
          tab(.users, Int(organization.memberCount), .organization(id, "users"), current == .users)
        }
      }
    }
  }

  private var maySeeKeys: Bool {
    visit.viewer.may("keys.read", in: id) || visit.viewer.mayWithOwn("keys.read", in: id)
  }

  private func tab(
    _ name: Phrase, _ count: Int?, _ address: Address, _ isCurrent: Bool, letter: String = ""
  ) -> Markup {
    li {
      a(
        .href(address), .ariaCurrent("page").only(if: isCurrent),
        .data("go", letter).only(if: !letter.isEmpty)
      ) {
        visit.text(name)
        if let count { span(.class("count")) { count } }
      }
    }
  }

  /// Tells the script which changes concern this part.
  private func live(_ kind: StaticString) -> Attribute { .data("live", "\(kind) \(id)") }
}
