import HTML

extension Visit {
  /// Draws a text, such as an id, with a button that copies it. Without script there is no button,
  /// and the text can be selected with one click.
  func copyable(_ text: String, named name: Phrase) -> Markup {
    span(.class("copyable")) {
      code(.class("whole")) { text }
      button(
        .type(.button), .class("icon-button"), .data("copy", text), .hidden(),
        .ariaLabel(self.text(.copy(name))), .title(self.text(.copy(name)))
      ) {
        Icon.copy.drawing
      }
    }
  }
}
