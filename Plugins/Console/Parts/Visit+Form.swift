import HTML

extension Visit {
  /// Draws a form that stands in a page, with its key and one button.
  func form(
    to action: Address, verb: Phrase, refusal: Refusal?, @MarkupBuilder fields: () -> Markup
  ) -> Markup {
    let fields = fields()
    return HTML.form(.method(.post), .action(action), .novalidate()) {
      input(.type(.hidden), .name("key"), .value(formKey(for: action.path)))
      if let refusal { ErrorSummary(refusal: refusal).drawing(in: self) }
      fields
      div(.class("buttons")) { button(.type(.submit)) { text(verb) } }
    }
  }
}
