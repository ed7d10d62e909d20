import AdminProtos
import AdminServices
import HTML

/// The page for oneself: the profile, the password, the sessions, and what this browser remembers.
struct AccountPage: Page {
  /// The forms of the page. Each is sent to an address of its own.
  enum Form: Sendable {
    case profile, password
  }

  let visit: Visit

  func content() async throws -> PageContent { try await content(nil) }

  /// Draws the page after one of its forms was refused.
  func content(_ refused: (form: Form, refusal: Refusal)?) async throws -> PageContent {
    let sessions = try await visit.load {
      try await SessionsClient(visit.host).list(
        ListSessionsRequest(limit: 100), options: visit.reading)
    }
    let main = Markup {
      h1 { visit.text(.account) }
      identity
      profile(refused?.form == .profile ? refused?.refusal : nil)
      password(refused?.form == .password ? refused?.refusal : nil)
      section(.class("panel"), .data("live", "account")) {
        h2 { visit.text(.sessions) }
        visit.part(sessions, .sessions) { SessionList(visit: visit).drawing($0.data) }
      }
      browser
    }
    return PageContent(title: visit.text(.account), section: .none, main: main)
  }

  private var identity: Markup {
    var facts = Facts()
    facts.add(.email, visit.viewer.identity.email)
    facts.add(.userID, visit.copyable(visit.viewer.identity.id, named: .userID))
    if visit.viewer.identity.superAdmin { facts.add(.role, visit.text(.superAdmin)) }
    return section(.class("panel")) { facts.drawing(in: visit) }
  }

  private func profile(_ refusal: Refusal?) -> Markup {
    let profile = visit.viewer.identity.profile ?? Profile()
    return section(.class("panel")) {
      h2 { visit.text(.profile) }
      visit.form(to: "/console/account/profile", verb: .save, refusal: refusal) {
        Field(name: "name", label: .yourName).text(
          value: profile.name, maxlength: 100, autocomplete: "name", refusal: refusal, in: visit)
        Field(name: "language", label: .language).choice(
          [("", .asBrowser)]
            + Language.allCases.map { ($0.rawValue, Phrase(verbatim: $0.ownName)) },
          value: profile.language, refusal: refusal, in: visit)
        Field(name: "time_zone", label: .timeZone, hint: .timeZoneHint, isRequired: false).text(
          value: profile.timeZone, maxlength: 64, refusal: refusal, in: visit)
        Field(name: "theme", label: .theme).choice(
          [("", .asBrowser), ("light", .light), ("dark", .dark)], value: profile.theme,
          refusal: refusal, in: visit)
      }
    }
  }

  private func password(_ refusal: Refusal?) -> Markup {
    section(.class("panel")) {
      h2 { visit.text(.password) }
      visit.form(to: "/console/account/password", verb: .changePassword, refusal: refusal) {
        // Password stores look for the name beside the password.
        input(
          .type(.hidden), .name("email"), .value(visit.viewer.identity.email),
          .autocomplete("username"))
        Field(name: "current_password", label: .currentPassword).text(
          .password, maxlength: 256, autocomplete: "current-password", refusal: refusal,
          in: visit)
        Field(name: "new_password", label: .newPassword, hint: .passwordRule).text(
          .password, maxlength: 256, autocomplete: "new-password", refusal: refusal, in: visit)
      }
    }
  }

  private var browser: Markup {
    section(.class("panel")) {
      h2 { visit.text(.thisBrowser) }
      visit.form(to: "/console/account/browser", verb: .save, refusal: nil) {
        Field(name: "shortcuts", label: .letterShortcuts, hint: .shortcutsHint, isRequired: false)
          .box(isOn: visit.viewer.settings.hasShortcuts, refusal: nil, in: visit)
      }
    }
  }
}
