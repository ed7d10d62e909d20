import HTML

/// The form around a table of keys that does one thing with those that are chosen. It leads to a
/// preview first.
struct KeyBulkForm: Sendable {
  let visit: Visit

  func drawing(@MarkupBuilder table: () -> Markup) -> Markup {
    let (table, actions) = (table(), KeyBulkAction.allCases.filter { $0.isAllowed(visit) })
    guard !actions.isEmpty else { return table }
    let address = visit.keysAddress.appending("bulk")
    return form(.method(.post), .action(address)) {
      input(.type(.hidden), .name("key"), .value(visit.formKey(for: address.path)))
      table
      div(.class("bulk"), .data("bulk"), .role("group"), .ariaLabel(visit.text(.chosenKeys))) {
        span(.data("selected")) { visit.text(.chosenKeys) }
        for action in actions {
          button(.type(.submit), .name("action"), .value(action.rawValue)) {
            visit.text(action.verb)
          }
        }
      }
    }
  }
}
