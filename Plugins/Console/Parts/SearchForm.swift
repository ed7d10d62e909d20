import HTML

/// The field above a list that finds records in it. The server searches, never the page.
struct SearchForm: Sendable {
  let action: Address
  let label: Phrase

  func drawing(in visit: Visit) -> Markup {
    form(.class("search"), .action(action), .method(.get), .role("search")) {
      input(
        .type(.search), .name("q"), .value(visit.query["q"]), .ariaLabel(visit.text(label)),
        .placeholder(visit.text(label)), .maxlength(100), .autocomplete("off"))
      button(.type(.submit)) { visit.text(.find) }
      if !visit.query["q"].isEmpty {
        a(.class("button"), .href(action)) { visit.text(.clearSearch) }
      }
    }
  }
}
