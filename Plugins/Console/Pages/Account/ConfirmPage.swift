import AdminProtos
import HTML
import WebProtos

/// The page that asks for the password again before what needs it. The gateway handles its form, so
/// that no plugin sees the password; when it refuses it, it asks for the next page and says why,
/// and this page stands there instead.
struct ConfirmPage: Page {
  let visit: Visit

  func content() async throws -> PageContent {
    let next = next
    return PageContent(
      title: visit.text(.confirmPassword), section: .none,
      main: section(.class("panel")) {
        h1 { visit.text(.confirmPassword) }
        p { visit.text(.confirmExplained) }
        form(.method(.post), .action("/console/confirm"), .novalidate()) {
          problem
          input(.type(.hidden), .name("next"), .value(next.text))
          // Password stores look for the name beside the password.
          input(
            .type(.hidden), .name("email"), .value(visit.viewer.identity.email),
            .autocomplete("username"))
          Field(name: "password", label: .password).text(
            .password, maxlength: 256, autocomplete: "current-password", refusal: nil, in: visit,
            isFirst: visit.request.refusal == nil)
          div(.class("buttons")) {
            a(.class("button"), .href("/console/")) { visit.text(.cancel) }
            button(.type(.submit), .class("primary")) { visit.text(.goOn) }
          }
        }
      }, isRefused: visit.request.refusal != nil)
  }

  /// Where the confirmation leads: what the query says, or the page at whose address this one
  /// stands.
  private var next: Address {
    let asked =
      visit.request.path == "/console/confirm" ? visit.query["next"] : visit.request.path
    guard asked.hasPrefix("/console/") else { return "/console/" }
    return Address(checking: asked) ?? "/console/"
  }

  private var problem: Markup {
    guard let refusal = visit.request.refusal else { return .nothing }
    return div(.class("error-summary"), .role("alert"), .tabindex(-1), .autofocus()) {
      p { visit.text(.refusedEntry(refusal)) }
    }
  }
}
