import HTML

/// The field that shows a secret, once, with a button that copies it. The secret is in its value
/// and nowhere else in the page.
struct SecretField: Sendable {
  let label: Phrase
  let secret: String
  /// For how long the secret can be seen.
  var hint = Phrase.shownOnce

  func drawing(in visit: Visit) -> Markup {
    div(.class("secret")) {
      HTML.label(.for("secret")) { visit.text(label) }
      div(.class("copyable")) {
        input(
          .type(.text), .id("secret"), .value(secret), .readonly(), .autocomplete("off"),
          .spellcheck(false), .autofocus(), .ariaDescribedBy("secret-hint"))
        button(.type(.button), .data("copy"), .hidden()) {
          Icon.copy.drawing
          visit.text(.copy(label))
        }
      }
      p(.id("secret-hint")) { visit.text(hint) }
    }
  }
}
