import HTML

/// A dialog with a form. It has an address of its own: with script it opens over the page where one
/// is, and without it the address shows the page with the dialog open.
struct Dialog: Sendable {
  /// Where the form is sent.
  let action: Address
  let title: String
  /// Where the dialog closes to.
  let back: Address
  /// What its button does, such as "Create organization".
  let verb: Phrase
  /// Whether the button does what can't be undone. The focus is on Cancel then.
  var isDestructive = false
  /// Whether the dialog shows a secret, so that it closes only by its own button.
  var showsSecret = false
  /// What stands above the form, such as another form that finds what this one offers.
  var above = Markup.nothing

  /// Draws the dialog.
  ///
  /// - Parameter fields: What the form asks, without the key and the buttons.
  func drawing(
    in visit: Visit, refusal: Refusal? = nil, @MarkupBuilder fields: () -> Markup
  ) -> Markup {
    frame(visit) {
      above
      form(.method(.post), .action(action), .novalidate(), .data("guarded")) {
        input(
          .type(.hidden), .name("key"), .value(visit.formKey(for: action.path)))
        if let refusal { ErrorSummary(refusal: refusal).drawing(in: visit) }
        fields()
        div(.class("buttons")) {
          a(.class("button"), .href(back), .data("close"), .autofocus(isDestructive)) {
            visit.text(.cancel)
          }
          if isDestructive {
            button(.type(.submit), .class("danger")) { visit.text(verb) }
          } else {
            button(.type(.submit), .class("primary")) { visit.text(verb) }
          }
        }
      }
    }
  }

  /// Draws a dialog that only tells something.
  func telling(in visit: Visit, @MarkupBuilder content: () -> Markup) -> Markup {
    frame(visit) {
      content()
      div(.class("buttons")) {
        a(.class("button primary"), .href(back), .data("close")) { visit.text(verb) }
      }
    }
  }

  private func frame(_ visit: Visit, @MarkupBuilder content: () -> Markup) -> Markup {
    dialog(
      .id("dialog"), .open(), .ariaLabelledBy("dialog-title"),
      .closedby("none").only(if: showsSecret)
    ) {
      h2(.id("dialog-title")) { title }
      content()
    }
  }
}
