import AdminProtos
import HTML

/// An item of the top navigation.
enum ShellSection: Hashable, Sendable {
  case dashboard
  case organizations
  case users
  case audit
  case plugins
  /// A page that belongs to no item, such as the account.
  case none
}

/// The one shell around every page of a person who is logged in: the top navigation, the page, and
/// the dialog that is open.
struct Shell: Sendable {
  let visit: Visit
  let assets: Assets

  func page(_ content: PageContent) -> Document {
    let viewer = visit.viewer
    let frame = Frame(
      language: viewer.language, theme: viewer.theme, assets: assets,
      timeZone: viewer.identity.profile?.timeZone ?? "")
    let title =
      content.isRefused ? "\(visit.text(.error)): \(content.title)" : content.title
    return frame.page(title: title) {
      header(.class("top")) {
        a(.class("brand"), .href("/console/")) { "Steward" }
        navigation(content.section)
        search
        person
      }
      main(
        .id("main"), .tabindex(-1), .data("secret").only(if: content.showsSecret),
        .data("shortcuts").only(if: viewer.settings.hasShortcuts)
      ) {
        div(.id("notices"), .class("notices"), .role("status")) { Notice(visit: visit).drawing }
        content.main
      }
      content.dialog
    }
  }

  /// The items of the navigation, each with the letter that leads to it after "g".
  private var items: [(ShellSection, Phrase, Address, String)] {
    let viewer = visit.viewer
    var items: [(ShellSection, Phrase, Address, String)] = [
      (.dashboard, .dashboard, "/console/", "d"),
      (.organizations, .organizations, "/console/orgs", "o"),
    ]
    if let organization = visit.shownOrganization, viewer.may("users.read", in: organization) {
      items.append((.users, .users, .organization(organization, "users"), "u"))
    }
    if viewer.mayReadLog { items.append((.audit, .auditLog, "/console/audit", "a")) }
    if viewer.may("host.read") { items.append((.plugins, .plugins, "/console/plugins", "p")) }
    return items
  }

  private func navigation(_ current: ShellSection) -> Markup {
    nav(.class("sections"), .ariaLabel(visit.text(.mainNavigation))) {
      ul {
        for (section, name, address, letter) in items {
          li {
            a(
              .href(address), .ariaCurrent("page").only(if: section == current),
              .data("go", letter)
            ) {
              visit.text(name)
            }
          }
        }
      }
    }
  }

  private var search: Markup {
    form(.class("find"), .action("/console/find"), .method(.get), .role("search")) {
      input(
        .type(.search), .name("q"), .id("find"), .ariaLabel(visit.text(.find)),
        .placeholder(visit.text(.find)), .maxlength(100), .autocomplete("off"))
    }
  }

  /// The menu of the person. The gateway handles the logout itself.
  private var person: Markup {
    details(.class("menu")) {
      summary { bdi { visit.viewer.name } }
      ul {
        li { a(.href("/console/account")) { visit.text(.account) } }
        li { a(.href("/console/shortcuts"), .data("dialog", "?")) { visit.text(.shortcuts) } }
        li {
          form(.method(.post), .action("/console/logout")) {
            button(.type(.submit), .class("plain")) { visit.text(.logOut) }
          }
        }
      }
    }
  }
}
