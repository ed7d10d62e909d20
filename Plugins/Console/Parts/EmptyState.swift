import HTML

/// What a list says when it has nothing: why it is empty, and what to do.
struct EmptyState: Sendable {
  let text: Phrase
  var action: (name: Phrase, address: Address)?

  func drawing(in visit: Visit) -> Markup {
    div(.class("empty")) {
      p { visit.text(text) }
      if let action {
        p {
          a(.class("button primary"), .href(action.address), .data("dialog")) {
            visit.text(action.name)
          }
        }
      }
    }
  }
}
